<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>ChoiceBox</name>
    <message>
        <source>A digit chooses by rank from 1, a letter by the first letter of a word</source>
        <translation>Chữ số chọn theo thứ tự từ 1, chữ cái chọn theo chữ đầu của một từ</translation>
    </message>
</context>
<context>
    <name>Clerk</name>
    <message>
        <source>Taken back: {act}</source>
        <translation>Đã hoàn tác: {act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Đã làm lại: {act}</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Page {page}</source>
        <translation>Trang {page}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No figure needs a look here.</source>
        <translation>Không có số liệu nào cần xem ở đây.</translation>
    </message>
    <message>
        <source>This is the last open figure shown.</source>
        <translation>Đây là số liệu cuối cùng còn chờ xác nhận.</translation>
    </message>
    <message>
        <source>No figure is left here that needs a look.</source>
        <translation>Không còn số liệu nào cần xem ở đây.</translation>
    </message>
    <message>
        <source>No open figure is left here.</source>
        <translation>Không còn số liệu nào chờ xác nhận ở đây.</translation>
    </message>
    <message>
        <source>No open figure is left here; this one is doubtful.</source>
        <translation>Không còn số liệu nào chờ xác nhận; số liệu này đang nghi vấn.</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>Differences between two readings</source>
        <translation>Chỗ đọc khác nhau giữa hai lần</translation>
    </message>
    <message>
        <source>1: the first is right · 2: the second · 3: type it anew · Esc: later</source>
        <translation>1: lần thứ nhất đúng · 2: lần thứ hai đúng · 3: gõ giá trị khác · Esc: để sau</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left to settle</source>
        <translation>
            <numerusform>Còn %n chỗ khác nhau cần giải quyết</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} – {name}</source>
        <translation>{key} – {name}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>So với</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>DismissalDialog</name>
    <message>
        <source>Dismiss</source>
        <translation>Loại số liệu</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Reason in a few words, then Enter</source>
        <translation>Ghi ngắn gọn lý do rồi nhấn Enter</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message numerus="yes">
        <source>Why do you dismiss %n figure(s)?</source>
        <translation>
            <numerusform>Vì sao loại %n số liệu này?</numerusform>
        </translation>
    </message>
    <message>
        <source>Press the reason&apos;s key; Esc changes nothing.</source>
        <translation>Nhấn phím số của lý do; Esc để thôi.</translation>
    </message>
</context>
<context>
    <name>ErrorRatesDialog</name>
    <message>
        <source>Error rates</source>
        <translation>Tỷ lệ sai</translation>
    </message>
    <message>
        <source>By person, by kind</source>
        <translation>Theo người, theo loại</translation>
    </message>
    <message>
        <source>First: checked</source>
        <translation>Lần một: đã soát</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>sai</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>tỷ lệ</translation>
    </message>
    <message>
        <source>Second: checked</source>
        <translation>Lần hai: đã soát</translation>
    </message>
    <message>
        <source>Differences not settled yet, which count for nobody: {count}</source>
        <translation>Chỗ khác nhau chưa giải quyết, chưa tính cho ai: {count}</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Progress of the export</source>
        <translation>Tiến độ xuất</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Hủy xuất</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>Đang xuất {name}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>&amp;Pictures of the places (reports with pages)</source>
        <translation>Kèm &amp;hình chỗ có số liệu (báo cáo chia trang)</translation>
    </message>
    <message numerus="yes">
        <source>%n verified figure(s)</source>
        <translation>
            <numerusform>%n số liệu đã xác nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>{written}; left out: {open} open, {doubtful} doubtful, {dismissed} dismissed</source>
        <translation>{written}; bỏ lại: {open} chưa xác nhận, {doubtful} nghi vấn, {dismissed} đã loại</translation>
    </message>
    <message>
        <source>by section of the report</source>
        <translation>theo mục của báo cáo</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>theo nhãn</translation>
    </message>
    <message>
        <source>left open to be written by hand</source>
        <translation>để trống sẽ chừa chỗ ghi tay</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Dạng tệp:</translation>
    </message>
    <message>
        <source>&amp;Summary set out:</source>
        <translation>&amp;Xếp Tổng hợp:</translation>
    </message>
    <message>
        <source>&amp;Name of the office:</source>
        <translation>Tên &amp;cơ quan:</translation>
    </message>
    <message>
        <source>Only figures under these &amp;tags:</source>
        <translation>Chỉ số liệu thuộc các &amp;nhãn:</translation>
    </message>
    <message>
        <source>Only figures under these &amp;tags (none ticked: all):</source>
        <translation>Chỉ số liệu thuộc các &amp;nhãn (không đánh dấu: tất cả):</translation>
    </message>
    <message>
        <source>Space ticks a tag, what is below it included; Enter goes on.</source>
        <translation>Phím cách đánh dấu nhãn, kể cả nhãn con; Enter để tiếp tục.</translation>
    </message>
    <message>
        <source>Tick at least one tag with the space bar.</source>
        <translation>Hãy đánh dấu ít nhất một nhãn bằng phím cách.</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>So với</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Mức độ</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>the machine read {text}</source>
        <translation>máy đọc là {text}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>người xác nhận: {name}</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>New figure</source>
        <translation>Thêm số liệu</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Table of figures</source>
        <translation>Bảng số liệu</translation>
    </message>
    <message>
        <source>No figure needs a look here.</source>
        <translation>Không có số liệu nào cần xem ở đây.</translation>
    </message>
    <message>
        <source>No figure is like this: F11 shows all again.</source>
        <translation>Không có số liệu nào như vậy. Nhấn F11 rồi Enter để hiện lại tất cả.</translation>
    </message>
</context>
<context>
    <name>FigureTableModel</name>
    <message>
        <source>State</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>So với</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
</context>
<context>
    <name>FileControls</name>
    <message>
        <source>Open reports</source>
        <translation>Mở báo cáo</translation>
    </message>
    <message>
        <source>Reports (*.txt *.html *.htm *.docx *.pdf *.xlsx *.xls)</source>
        <translation>Báo cáo (*.txt *.html *.htm *.docx *.pdf *.xlsx *.xls)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>Another file is being exported; wait for it or cancel it.</source>
        <translation>Đang xuất một tệp khác; hãy đợi xong hoặc hủy.</translation>
    </message>
    <message numerus="yes">
        <source>%n verified figure(s) exported</source>
        <translation>
            <numerusform>Đã xuất %n số liệu đã xác nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) left out because they are not verified</source>
        <translation>
            <numerusform>để lại %n số liệu chưa xác nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>{written}, {left_out}: {path}</source>
        <translation>{written}, {left_out}: {path}</translation>
    </message>
    <message numerus="yes">
        <source>Letters that this form cannot hold were replaced by “�” in %n place(s)</source>
        <translation>
            <numerusform>%n chỗ có ký tự mà dạng tệp này không ghi được, đã thay bằng “�”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) hold something else than was given; see the sheet “{sheet}”.</source>
        <translation>
            <numerusform>%n ô phải ghi khác nguyên văn; xem trang “{sheet}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} was not exported: cancelled. An older file is as it was.</source>
        <translation>{name}: đã hủy xuất. Bản cũ, nếu có, vẫn còn nguyên.</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n figure(s) read.</source>
        <translation>
            <numerusform>{name}: đã đọc được %n số liệu.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is in the workspace already.</source>
        <translation>{name}: đã có trong hồ sơ.</translation>
    </message>
    <message>
        <source>{name} is in the workspace already; it is shown now.</source>
        <translation>{name}: đã có trong hồ sơ; đang hiển thị báo cáo này.</translation>
    </message>
    <message>
        <source>{name} was not opened: its letters were not decided.</source>
        <translation>{name}: chưa mở, vì chưa chọn bảng mã của chữ.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Which figures are shown</source>
        <translation>Số liệu được hiển thị</translation>
    </message>
    <message>
        <source>All figures; F7 and Ctrl+L lead back here</source>
        <translation>Tất cả số liệu; F7 hoặc Ctrl+L đưa về đây</translation>
    </message>
    <message>
        <source>Figures without a verdict ({key})</source>
        <translation>Số liệu chưa xác nhận ({key})</translation>
    </message>
    <message>
        <source>Open figures of uncertain reading, least certain first ({key})</source>
        <translation>Số liệu chờ xác nhận mà máy đọc chưa chắc, kém chắc nhất trước ({key})</translation>
    </message>
</context>
<context>
    <name>FilterChoices</name>
    <message>
        <source>All figures: take every filter back</source>
        <translation>Tất cả số liệu: bỏ mọi bộ lọc</translation>
    </message>
    <message>
        <source>State: {name}</source>
        <translation>Trạng thái: {name}</translation>
    </message>
    <message>
        <source>Section: {name}</source>
        <translation>Mục: {name}</translation>
    </message>
    <message>
        <source>Tag: {name}</source>
        <translation>Nhãn: {name}</translation>
    </message>
    <message>
        <source>With findings that nobody has settled</source>
        <translation>Có cảnh báo chưa xử lý</translation>
    </message>
    <message>
        <source>with findings</source>
        <translation>có cảnh báo</translation>
    </message>
    <message>
        <source>Decided by: {name}</source>
        <translation>Người xác nhận: {name}</translation>
    </message>
</context>
<context>
    <name>FilterControls</name>
    <message>
        <source>Order: {order}</source>
        <translation>Thứ tự: {order}</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter the figures</source>
        <translation>Lọc số liệu</translation>
    </message>
    <message>
        <source>Part of a section, a tag or a name</source>
        <translation>Một phần tên mục, tên nhãn hoặc tên người</translation>
    </message>
    <message>
        <source>Type part of a section, a tag or a name</source>
        <translation>Gõ một phần tên mục, tên nhãn hoặc tên người</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Các bộ lọc</translation>
    </message>
    <message>
        <source>Enter sets a filter or takes it back; Esc changes nothing.</source>
        <translation>Enter đặt hoặc bỏ bộ lọc; Esc để nguyên.</translation>
    </message>
</context>
<context>
    <name>FindingControls</name>
    <message>
        <source>There is no open finding in this report.</source>
        <translation>Báo cáo này không còn cảnh báo nào chưa xử lý.</translation>
    </message>
    <message>
        <source>There is no finding about this figure.</source>
        <translation>Không có cảnh báo nào về số liệu này.</translation>
    </message>
    <message>
        <source>The finding is open again.</source>
        <translation>Cảnh báo đã được mở lại.</translation>
    </message>
    <message numerus="yes">
        <source>Kept as the source has it; %n finding(s) left open.</source>
        <translation>
            <numerusform>Đã giữ nguyên theo nguồn; còn %n cảnh báo chưa xử lý.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingDialog</name>
    <message>
        <source>Right as the source has it</source>
        <translation>Đúng như nguồn</translation>
    </message>
    <message>
        <source>Note: whom you asked, what they said</source>
        <translation>Ghi chú: đã hỏi ai, được trả lời thế nào</translation>
    </message>
    <message>
        <source>Enter settles the finding, Esc changes nothing.</source>
        <translation>Enter xử lý cảnh báo, Esc không thay đổi gì.</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n cảnh báo nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>as the source has it: {name}, {time}</source>
        <translation>đúng như nguồn: {name}, {time}</translation>
    </message>
</context>
<context>
    <name>FormCellsModel</name>
    <message>
        <source>no verified figure for “{detail}” yet</source>
        <translation>chưa có số liệu đã xác nhận cho “{detail}”</translation>
    </message>
    <message>
        <source>several different figures fit: {detail}</source>
        <translation>có nhiều số liệu khác nhau phù hợp: {detail}</translation>
    </message>
    <message>
        <source>the unit cannot be converted: {detail}</source>
        <translation>không đổi được đơn vị: {detail}</translation>
    </message>
    <message>
        <source>the cell holds a formula</source>
        <translation>ô có công thức</translation>
    </message>
    <message>
        <source>the cell belongs to a pivot table or a table&apos;s header</source>
        <translation>ô thuộc bảng tổng hợp (pivot) hoặc tiêu đề của bảng</translation>
    </message>
    <message>
        <source>the cell is formatted as a date</source>
        <translation>ô có định dạng ngày tháng</translation>
    </message>
    <message>
        <source>the form has no such cell</source>
        <translation>biểu mẫu không có ô này</translation>
    </message>
    <message>
        <source>the form has changed at this cell: {detail}</source>
        <translation>biểu mẫu đã thay đổi ở ô này: {detail}</translation>
    </message>
    <message>
        <source>the cell takes another figure already</source>
        <translation>ô đã nhận số liệu khác</translation>
    </message>
    <message>
        <source>⚠ stays as it is: {reason}</source>
        <translation>⚠ để nguyên: {reason}</translation>
    </message>
    <message>
        <source>? {shown} (proposed, confidence {share})</source>
        <translation>? {shown} (đề xuất, tin cậy {share})</translation>
    </message>
</context>
<context>
    <name>FormControls</name>
    <message>
        <source>Choose the form</source>
        <translation>Chọn biểu mẫu</translation>
    </message>
    <message>
        <source>Excel forms (*.xlsx *.xlsm *.xltx *.xltm)</source>
        <translation>Biểu mẫu Excel (*.xlsx *.xlsm *.xltx *.xltm)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>{form} has changed since it was mapped; cells that have moved are left.</source>
        <translation>{form} đã thay đổi từ khi gán ô; ô nào không còn ở chỗ cũ thì để nguyên.</translation>
    </message>
    <message>
        <source>Save the filled form</source>
        <translation>Lưu biểu mẫu đã điền</translation>
    </message>
    <message>
        <source>Excel workbook (*{suffix})</source>
        <translation>Sổ Excel (*{suffix})</translation>
    </message>
    <message>
        <source>{name} (filled){suffix}</source>
        <translation>{name} (đã điền){suffix}</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of the form filled</source>
        <translation>
            <numerusform>Đã điền %n ô của biểu mẫu</numerusform>
        </translation>
    </message>
    <message>
        <source>{written}: {path}</source>
        <translation>{written}: {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n mapped cell(s) left as they are</source>
        <translation>
            <numerusform>%n ô đã gán được để nguyên</numerusform>
        </translation>
    </message>
    <message>
        <source>{line}; {left}: {cells}</source>
        <translation>{line}; {left}: {cells}</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Fill a form: {name}</source>
        <translation>Điền vào biểu mẫu: {name}</translation>
    </message>
    <message>
        <source>Fill and save as… (Ctrl+Enter)</source>
        <translation>Điền và lưu thành… (Ctrl+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) confirmed</source>
        <translation>
            <numerusform>Đã nhận %n đề xuất</numerusform>
        </translation>
    </message>
    <message>
        <source>{cell} · not mapped</source>
        <translation>{cell} · chưa gán</translation>
    </message>
    <message>
        <source>{filled} cells to fill · {proposed} proposals to confirm · {left} cells left</source>
        <translation>{filled} ô sẽ điền · {proposed} đề xuất chờ nhận · {left} ô để nguyên</translation>
    </message>
    <message>
        <source>Indicator, value or report, with or without accents</source>
        <translation>Chỉ tiêu, giá trị hoặc báo cáo, có dấu hay không dấu</translation>
    </message>
    <message>
        <source>Verified figures</source>
        <translation>Số liệu đã xác nhận</translation>
    </message>
    <message>
        <source>Mapped cells</source>
        <translation>Các ô đã gán</translation>
    </message>
    <message>
        <source>Unit in the form</source>
        <translation>Đơn vị trong biểu mẫu</translation>
    </message>
    <message>
        <source>Report period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Arrows: walk in the form · type: look for a figure · Enter: map, or confirm a proposal · Delete: unmap · F2: unit · F9: confirm all proposals seen · Tab: go on · Esc: close</source>
        <translation>Mũi tên: đi trong biểu mẫu · gõ chữ: tìm số liệu · Enter: gán, hoặc nhận đề xuất · Delete: bỏ gán · F2: đơn vị · F9: nhận mọi đề xuất đã hiện trên màn hình · Tab: sang ô khác · Esc: đóng</translation>
    </message>
</context>
<context>
    <name>HasteControls</name>
    <message>
        <source>No figure of this report was accepted too fast.</source>
        <translation>Báo cáo này không có số liệu nào được xác nhận quá nhanh.</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Progress of the review</source>
        <translation>Tiến độ xác nhận</translation>
    </message>
    <message>
        <source>Share of figures settled</source>
        <translation>Tỷ lệ số liệu đã xem xét</translation>
    </message>
    <message>
        <source>Numbers not accounted for</source>
        <translation>Số chưa có lời giải trình trong sổ số</translation>
    </message>
    <message>
        <source>Findings that nobody has settled</source>
        <translation>Cảnh báo chưa ai xử lý</translation>
    </message>
    <message>
        <source>Figures accepted faster than they can be read</source>
        <translation>Số liệu được xác nhận nhanh hơn mức đọc kịp</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Ký xác nhận</translation>
    </message>
    <message>
        <source>{done}/{total} verified</source>
        <translation>{done}/{total} đã xác nhận</translation>
    </message>
    <message>
        <source>{open} open, {doubtful} doubtful, {dismissed} dismissed</source>
        <translation>{open} chờ xác nhận, {doubtful} nghi vấn, {dismissed} đã loại</translation>
    </message>
    <message>
        <source>ledger: {count} left</source>
        <translation>sổ số: còn {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n cảnh báo</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} too fast</source>
        <translation>{count} quá nhanh</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of {text}</source>
        <translation>Lịch sử của {text}</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Progress of the import</source>
        <translation>Tiến độ nhập báo cáo</translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation>Hủy nhập</translation>
    </message>
    <message>
        <source>Reading {name} ({number}/{count})</source>
        <translation>Đang đọc {name} ({number}/{count})</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Tất cả phím tắt</translation>
    </message>
</context>
<context>
    <name>LedgerControls</name>
    <message>
        <source>This number is a figure already.</source>
        <translation>Số này đã là một số liệu.</translation>
    </message>
    <message>
        <source>Only a number that was set aside can be opened again.</source>
        <translation>Chỉ mở lại được số đã để riêng.</translation>
    </message>
    <message>
        <source>No number stands there.</source>
        <translation>Ở đó không có số nào.</translation>
    </message>
    <message>
        <source>Taken as a figure: {reading}</source>
        <translation>Đã nhận làm số liệu: {reading}</translation>
    </message>
</context>
<context>
    <name>LedgerListModel</name>
    <message>
        <source>waits for a verdict</source>
        <translation>chờ xác nhận</translation>
    </message>
</context>
<context>
    <name>LetteringDialog</name>
    <message>
        <source>Letters of an old font</source>
        <translation>Chữ theo phông cũ</translation>
    </message>
    <message>
        <source>{name} seems to be written in an old font, but which is not certain. Which of these reads right?</source>
        <translation>{name} có vẻ dùng phông chữ cũ nhưng chưa chắc là phông nào. Cách đọc nào dưới đây đúng?</translation>
    </message>
    <message>
        <source>TCVN3 (.VnTime, .VnArial)</source>
        <translation>TCVN3 (.VnTime, .VnArial)</translation>
    </message>
    <message>
        <source>VNI (VNI-Times)</source>
        <translation>VNI (VNI-Times)</translation>
    </message>
    <message>
        <source>VIQR (marks typed behind the letters)</source>
        <translation>VIQR (dấu gõ sau chữ cái)</translation>
    </message>
    <message>
        <source>Windows 1258</source>
        <translation>Windows 1258</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Giữ nguyên</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>Messages</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>NarrowingBar</name>
    <message>
        <source>Search the figures of the report</source>
        <translation>Tìm số liệu trong báo cáo</translation>
    </message>
    <message>
        <source>Search ({key})</source>
        <translation>Tìm ({key})</translation>
    </message>
    <message>
        <source>Indicator, unit, value or note, with or without accents</source>
        <translation>Chỉ tiêu, đơn vị, giá trị hoặc ghi chú, có dấu hay không dấu</translation>
    </message>
    <message>
        <source>Order of the figures</source>
        <translation>Thứ tự các số liệu</translation>
    </message>
    <message>
        <source>The order of work ({key})</source>
        <translation>Thứ tự làm việc ({key})</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Lọc</translation>
    </message>
    <message>
        <source>Filter: {names}</source>
        <translation>Lọc: {names}</translation>
    </message>
</context>
<context>
    <name>NoteControls</name>
    <message>
        <source>There is no note here.</source>
        <translation>Ở đây không có ghi chú nào.</translation>
    </message>
    <message>
        <source>The note is settled.</source>
        <translation>Ghi chú đã được giải quyết.</translation>
    </message>
    <message>
        <source>The note is open again.</source>
        <translation>Ghi chú được mở lại.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Rewrite the note</source>
        <translation>Sửa ghi chú</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>Nội dung ghi chú</translation>
    </message>
    <message>
        <source>Enter keeps the note, Shift+Enter begins another line, Esc changes nothing.</source>
        <translation>Enter: lưu ghi chú; Shift+Enter: xuống dòng; Esc: không thay đổi gì.</translation>
    </message>
    <message>
        <source>on the &amp;passage “{text}”</source>
        <translation>về đ&amp;oạn “{text}”</translation>
    </message>
    <message>
        <source>on the &amp;figure {text}</source>
        <translation>về &amp;số liệu {text}</translation>
    </message>
    <message>
        <source>on the whole &amp;report</source>
        <translation>về cả &amp;báo cáo</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Notes ({count}): {texts}</source>
        <translation>Ghi chú ({count}): {texts}</translation>
    </message>
</context>
<context>
    <name>NoteListModel</name>
    <message>
        <source>{name}, {time} · {subject}</source>
        <translation>{name}, {time} · {subject}</translation>
    </message>
    <message>
        <source>the whole report</source>
        <translation>cả báo cáo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa giải quyết</translation>
    </message>
    <message>
        <source>settled by {name}, {time}</source>
        <translation>{name} đã giải quyết, {time}</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Search the notes</source>
        <translation>Tìm trong ghi chú</translation>
    </message>
    <message>
        <source>Notes of the report</source>
        <translation>Ghi chú của báo cáo</translation>
    </message>
    <message>
        <source>Enter: to the figure · F2: rewrite · Del: remove</source>
        <translation>Enter: đến số liệu · F2: sửa · Del: xóa</translation>
    </message>
    <message>
        <source>Notes of all reports</source>
        <translation>Ghi chú của mọi báo cáo</translation>
    </message>
    <message>
        <source>Search the notes of all reports</source>
        <translation>Tìm trong ghi chú của mọi báo cáo</translation>
    </message>
</context>
<context>
    <name>OtherReading</name>
    <message>
        <source>Take the other reading</source>
        <translation>Chọn cách đọc khác</translation>
    </message>
    <message>
        <source>Can also be read as {quantity} ({words})</source>
        <translation>Cũng có thể đọc: {quantity} ({words})</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Notes ({count})</source>
        <translation>Ghi chú ({count})</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>Các mục của báo cáo</translation>
    </message>
    <message>
        <source>Ledger of the report</source>
        <translation>Sổ số của báo cáo</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Sổ số</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {page} cannot be shown</source>
        <translation>Không hiển thị được trang {page}</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>Trang {page}</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>No report yet.

Open one with Ctrl+O, or drop files here.</source>
        <translation>Chưa có báo cáo nào.

Nhấn Ctrl+O để mở báo cáo, hoặc kéo thả tệp vào đây.</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>Tagged passages</source>
        <translation>Các đoạn có nhãn</translation>
    </message>
</context>
<context>
    <name>PlaceControls</name>
    <message>
        <source>The place cannot go further that way.</source>
        <translation>Vị trí không thể dời thêm về phía đó.</translation>
    </message>
    <message>
        <source>Moved to “{text}”; its value stays.</source>
        <translation>Đã dời đến “{text}”; giá trị giữ nguyên.</translation>
    </message>
    <message>
        <source>“{text}” · Enter keeps this place, Esc leaves it</source>
        <translation>“{text}” · Enter giữ vị trí này, Esc bỏ</translation>
    </message>
    <message>
        <source>The new place was not kept: Enter would have kept it.</source>
        <translation>Vị trí mới chưa được giữ: cần nhấn Enter để giữ.</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>Place of the figure in the report</source>
        <translation>Vị trí của số liệu trong báo cáo</translation>
    </message>
</context>
<context>
    <name>ProposalBar</name>
    <message>
        <source>Look ({key})</source>
        <translation>Xem ({key})</translation>
    </message>
    <message>
        <source>Do not offer this</source>
        <translation>Không gợi ý nữa</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Put others right alike</source>
        <translation>Sửa các số liệu khác như vậy</translation>
    </message>
    <message>
        <source>Figures that would change</source>
        <translation>Các số liệu sẽ thay đổi</translation>
    </message>
    <message>
        <source>Change what is ticked</source>
        <translation>Sửa các dòng đã đánh dấu</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Không sửa gì</translation>
    </message>
    <message>
        <source>Enter changes what is ticked, Space ticks a row, Esc changes nothing. Values stay open.</source>
        <translation>Enter sửa các dòng đã đánh dấu, phím cách đánh dấu hoặc bỏ dấu, Esc không sửa gì. Giá trị vẫn chờ xác nhận.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Máy đọc</translation>
    </message>
    <message>
        <source>Put right alike</source>
        <translation>Sửa thành</translation>
    </message>
</context>
<context>
    <name>RememberingControls</name>
    <message>
        <source>There is nothing to put right alike.</source>
        <translation>Không có số liệu nào để sửa như vậy.</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) put right alike; they stay open.</source>
        <translation>
            <numerusform>Đã sửa %n số liệu như vậy; giá trị vẫn chờ xác nhận.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open figure(s) can be put right as before.</source>
        <translation>
            <numerusform>Có thể sửa %n số liệu chưa xác nhận như đã sửa trước đó.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReopeningDialog</name>
    <message>
        <source>Open the report again</source>
        <translation>Mở lại báo cáo</translation>
    </message>
    <message>
        <source>Reason in a few words, then Enter</source>
        <translation>Ghi ngắn gọn lý do rồi nhấn Enter</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Why is the report opened again? The reason is kept in the log.</source>
        <translation>Vì sao mở lại báo cáo? Lý do được ghi vào nhật ký.</translation>
    </message>
</context>
<context>
    <name>ReportListModel</name>
    <message>
        <source>{done} of {total} verified</source>
        <translation>Đã xác nhận {done}/{total}</translation>
    </message>
    <message>
        <source>signed off by {name}, {day}</source>
        <translation>đã ký: {name}, {day}</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Search the reports</source>
        <translation>Tìm báo cáo</translation>
    </message>
    <message>
        <source>Title, file or period</source>
        <translation>Tên, tệp hoặc kỳ báo cáo</translation>
    </message>
    <message>
        <source>Reports of the workspace</source>
        <translation>Các báo cáo trong hồ sơ</translation>
    </message>
</context>
<context>
    <name>RereadingControls</name>
    <message>
        <source>The second reading is left; what was read is kept.</source>
        <translation>Đã ra khỏi lần đọc thứ hai; những gì đã đọc được giữ lại.</translation>
    </message>
    <message>
        <source>Second reading, {number} of {count}</source>
        <translation>Đọc lần hai, {number}/{count}</translation>
    </message>
    <message>
        <source>type the value unseen</source>
        <translation>gõ lại, không nhìn số</translation>
    </message>
    <message>
        <source>The two readings differ; the difference is kept to be settled.</source>
        <translation>Hai lần đọc khác nhau; chỗ khác nhau được giữ lại để giải quyết.</translation>
    </message>
    <message>
        <source>“{text}” cannot be read; nothing was changed.</source>
        <translation>Không đọc được “{text}”; chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Type the value first.</source>
        <translation>Hãy gõ giá trị trước đã.</translation>
    </message>
    <message>
        <source>What waits for a second reading here was verified by you; others have to read it.</source>
        <translation>Số liệu chờ đọc lần hai ở đây do chính bạn xác nhận; phải để người khác đọc.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is left to read a second time; %n difference(s) wait to be settled.</source>
        <translation>
            <numerusform>Không còn số liệu nào cần đọc lần hai; còn %n chỗ khác nhau chờ giải quyết.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left here to read a second time.</source>
        <translation>Ở đây không còn số liệu nào cần bạn đọc lần hai.</translation>
    </message>
</context>
<context>
    <name>RereadingPanel</name>
    <message>
        <source>That does not agree. Look at the page and type the value again.</source>
        <translation>Không khớp. Hãy nhìn trang báo cáo và gõ lại giá trị.</translation>
    </message>
    <message>
        <source>Enter: agrees with the page. Otherwise type what the page says, then Enter.</source>
        <translation>Enter: khớp với trang báo cáo. Nếu không, gõ đúng như trang rồi Enter.</translation>
    </message>
    <message>
        <source>Type the value from the page, a fall with a minus sign, then Enter.</source>
        <translation>Gõ giá trị theo trang báo cáo, mức giảm gõ kèm dấu trừ, rồi Enter.</translation>
    </message>
    <message>
        <source>Type the value from the page, then Enter.</source>
        <translation>Gõ giá trị theo trang báo cáo rồi Enter.</translation>
    </message>
</context>
<context>
    <name>RereadingRulesDialog</name>
    <message>
        <source>Second reading: what is wanted</source>
        <translation>Quy định đọc lần hai</translation>
    </message>
    <message>
        <source>&amp;Go over every verified figure</source>
        <translation>Đọc &amp;lại mọi số liệu đã xác nhận</translation>
    </message>
    <message>
        <source>Type a &amp;share again unseen:</source>
        <translation>&amp;Gõ lại không nhìn số, tỷ lệ:</translation>
    </message>
    <message>
        <source>Signed off by somebody who verified &amp;none of its figures</source>
        <translation>Người ký &amp;xác nhận chưa xác nhận số liệu nào của báo cáo</translation>
    </message>
    <message>
        <source>Share of figures typed again</source>
        <translation>Tỷ lệ số liệu gõ lại</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>Báo cáo này</translation>
    </message>
    <message>
        <source>&amp;Holds for</source>
        <translation>Áp dụng &amp;cho</translation>
    </message>
    <message>
        <source>No field has a rule yet.</source>
        <translation>Chưa có quy định cho lĩnh vực nào.</translation>
    </message>
    <message>
        <source>Fields with a rule: {names}</source>
        <translation>Lĩnh vực đã có quy định: {names}</translation>
    </message>
</context>
<context>
    <name>ReturnedDialog</name>
    <message>
        <source>Excel file that was changed</source>
        <translation>Tệp Excel đã sửa</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not on the screen yet and still wait.</source>
        <translation>
            <numerusform>%n dòng chưa hiện trên màn hình nên vẫn chờ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) wait for an answer</source>
        <translation>
            <numerusform>%n chỗ khác đang chờ quyết định</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures that differ</source>
        <translation>Các số liệu khác nhau</translation>
    </message>
    <message>
        <source>What else is to be said of the file</source>
        <translation>Những điều khác cần biết về tệp</translation>
    </message>
    <message>
        <source>Enter accepts a row · Delete keeps ours · Ctrl+Enter accepts all that were shown · Ctrl+Z takes back · Esc closes</source>
        <translation>Enter nhận một dòng · Delete giữ của chương trình · Ctrl+Enter nhận mọi dòng đã hiện · Ctrl+Z hoàn tác · Esc đóng</translation>
    </message>
    <message>
        <source>Changed in the file &amp;by:</source>
        <translation>Người sửa &amp;trong tệp:</translation>
    </message>
</context>
<context>
    <name>ReturnedModel</name>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>In the program</source>
        <translation>Trong chương trình</translation>
    </message>
    <message>
        <source>In the Excel file</source>
        <translation>Trong tệp Excel</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Máy đọc</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>? waiting</source>
        <translation>? đang chờ</translation>
    </message>
    <message>
        <source>✓ accepted</source>
        <translation>✓ đã nhận</translation>
    </message>
    <message>
        <source>✗ ours kept</source>
        <translation>✗ giữ của chương trình</translation>
    </message>
    <message>
        <source>! cannot be accepted</source>
        <translation>! không nhận được</translation>
    </message>
    <message>
        <source>– nothing to do</source>
        <translation>– không phải làm gì</translation>
    </message>
</context>
<context>
    <name>ReturningControls</name>
    <message>
        <source>Read a changed Excel file back</source>
        <translation>Đọc lại tệp Excel đã sửa</translation>
    </message>
    <message>
        <source>Verify an exported Excel file</source>
        <translation>Kiểm tra tệp Excel đã xuất</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx *.xlsm *.ods *.xls)</source>
        <translation>Bảng tính (*.xlsx *.xlsm *.ods *.xls)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>{name}: nothing has changed.</source>
        <translation>{name}: không có gì thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) are still as they were verified and exported</source>
        <translation>
            <numerusform>cả %n số liệu vẫn đúng như đã xác nhận và xuất</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {good}.</source>
        <translation>{name}: {good}.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not as they were verified and exported</source>
        <translation>
            <numerusform>%n chỗ không còn đúng như đã xác nhận và xuất</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {found}</source>
        <translation>{name}: {found}</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Kiểm tra tệp Excel</translation>
    </message>
</context>
<context>
    <name>ReviewControls</name>
    <message numerus="yes">
        <source>%n figure(s) left alone: never on the screen.</source>
        <translation>
            <numerusform>Để nguyên %n số liệu: chưa từng hiện trên màn hình.</numerusform>
        </translation>
    </message>
    <message>
        <source>This number can be read in one way only.</source>
        <translation>Số này chỉ có một cách đọc.</translation>
    </message>
    <message>
        <source>Select the number with its unit in the report first.</source>
        <translation>Trước hết hãy bôi chọn con số kèm đơn vị trong báo cáo.</translation>
    </message>
    <message>
        <source>Only the figures of a sheet are accepted by row or column.</source>
        <translation>Chỉ số liệu trên trang tính mới xác nhận được theo hàng hoặc cột.</translation>
    </message>
    <message>
        <source>“{text}” cannot be read; nothing was changed.</source>
        <translation>Không đọc được “{text}”; chưa có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>ReviewSession</name>
    <message>
        <source>The sheets are shown plainly: their layout cannot be read.</source>
        <translation>Các trang tính hiện ở dạng đơn giản: không đọc được cách trình bày.</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search all reports</source>
        <translation>Tìm trong mọi báo cáo</translation>
    </message>
    <message>
        <source>Words to search for in all reports</source>
        <translation>Từ cần tìm trong mọi báo cáo</translation>
    </message>
    <message>
        <source>Indicator, unit, value or note, with or without accents</source>
        <translation>Chỉ tiêu, đơn vị, giá trị hoặc ghi chú, có dấu hay không dấu</translation>
    </message>
    <message>
        <source>Figures found</source>
        <translation>Số liệu tìm thấy</translation>
    </message>
    <message>
        <source>Enter opens the report at the figure; Esc closes.</source>
        <translation>Enter mở báo cáo tại số liệu đó; Esc đóng lại.</translation>
    </message>
    <message>
        <source>The first {count} are shown; another word narrows them.</source>
        <translation>Đang hiện {count} số liệu đầu; gõ thêm từ để thu hẹp.</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) found</source>
        <translation>
            <numerusform>Tìm thấy %n số liệu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionTreeModel</name>
    <message>
        <source>Tags from above: {names}</source>
        <translation>Nhãn theo mục trên: {names}</translation>
    </message>
    <message>
        <source>{open} of {total} figures open</source>
        <translation>Còn {open}/{total} số liệu chờ xác nhận</translation>
    </message>
</context>
<context>
    <name>SettlingControls</name>
    <message>
        <source>No difference waits to be settled.</source>
        <translation>Không có chỗ khác nhau nào chờ giải quyết.</translation>
    </message>
    <message>
        <source>The rule of the second reading is kept.</source>
        <translation>Đã ghi quy định đọc lần hai.</translation>
    </message>
    <message>
        <source>“{text}” cannot be read; nothing was changed.</source>
        <translation>Không đọc được “{text}”; chưa thay đổi gì.</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Hidden in the workbook</source>
        <translation>Bị ẩn trong tệp gốc</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Sheets of the workbook</source>
        <translation>Các trang tính</translation>
    </message>
    <message>
        <source>{sheet} (hidden)</source>
        <translation>{sheet} (ẩn)</translation>
    </message>
</context>
<context>
    <name>SigningControls</name>
    <message>
        <source>The report is signed off; nothing of it can be changed any more.</source>
        <translation>Đã ký xác nhận báo cáo; từ nay không sửa được nữa, trừ khi mở lại.</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Source of the report</source>
        <translation>Nguyên bản báo cáo</translation>
    </message>
</context>
<context>
    <name>TagControls</name>
    <message>
        <source>This report has no section to tag; select the passage in it first.</source>
        <translation>Báo cáo này không có mục nào để gắn nhãn; hãy chọn đoạn văn trước.</translation>
    </message>
    <message>
        <source>No tag is suggested here.</source>
        <translation>Không có nhãn nào được gợi ý ở đây.</translation>
    </message>
    <message>
        <source>No tag is on this key yet.</source>
        <translation>Phím này chưa có nhãn nào.</translation>
    </message>
    <message>
        <source>Tag for the passage “{text}”</source>
        <translation>Nhãn cho đoạn “{text}”</translation>
    </message>
    <message>
        <source>Tag for the section “{text}”</source>
        <translation>Nhãn cho mục “{text}”</translation>
    </message>
    <message>
        <source>Taken off: {name}</source>
        <translation>Đã bỏ nhãn: {name}</translation>
    </message>
    <message>
        <source>Tagged: {name}</source>
        <translation>Đã gắn nhãn: {name}</translation>
    </message>
</context>
<context>
    <name>TagEdit</name>
    <message>
        <source>Tag of the section or passage</source>
        <translation>Nhãn của mục hoặc đoạn văn</translation>
    </message>
    <message>
        <source>Tag: type part of a name</source>
        <translation>Nhãn: gõ một phần tên</translation>
    </message>
</context>
<context>
    <name>TagListModel</name>
    <message>
        <source>suggested</source>
        <translation>gợi ý</translation>
    </message>
</context>
<context>
    <name>TagRowsModel</name>
    <message>
        <source>(retired)</source>
        <translation>(ngừng dùng)</translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message>
        <source>Tags: {names}</source>
        <translation>Nhãn: {names}</translation>
    </message>
    <message>
        <source>From above: {names}</source>
        <translation>Theo mục trên: {names}</translation>
    </message>
    <message>
        <source>Of the passage: {names}</source>
        <translation>Theo đoạn văn: {names}</translation>
    </message>
    <message>
        <source>Suggested: {name} ({key})</source>
        <translation>Gợi ý: {name} ({key})</translation>
    </message>
</context>
<context>
    <name>TagTreeDialog</name>
    <message>
        <source>Tree of tags</source>
        <translation>Cây nhãn</translation>
    </message>
    <message>
        <source>&amp;Retired: not offered any more</source>
        <translation>&amp;Ngừng dùng: không đưa ra để chọn nữa</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Màu</translation>
    </message>
    <message>
        <source>&amp;Under</source>
        <translation>Th&amp;uộc</translation>
    </message>
    <message>
        <source>Ins: a new tag under the current one
F2: rename, Enter keeps
Del: retire, or use again
Ctrl+Z, Ctrl+Y: undo, redo</source>
        <translation>Ins: thêm nhãn vào dưới nhãn này
F2: đổi tên, Enter để lưu
Del: ngừng dùng hoặc dùng lại
Ctrl+Z, Ctrl+Y: hoàn tác, làm lại</translation>
    </message>
    <message>
        <source>Name of the new tag, then Enter</source>
        <translation>Tên nhãn mới, rồi Enter</translation>
    </message>
    <message>
        <source>(at the top)</source>
        <translation>(trên cùng)</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Value in the row</source>
        <translation>Giá trị trong dòng</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>{workspace} – Đối Chiếu</source>
        <translation>{workspace} – Đối Chiếu</translation>
    </message>
    <message>
        <source>Something went wrong: {error}</source>
        <translation>Có lỗi xảy ra: {error}</translation>
    </message>
    <message>
        <source>Review of reports</source>
        <translation>Đối chiếu số liệu báo cáo</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Ngôn ngữ sẽ đổi ở lần mở chương trình sau.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open reports…</source>
        <translation>&amp;Mở báo cáo…</translation>
    </message>
    <message>
        <source>Bring reports into the workspace</source>
        <translation>Đưa báo cáo vào hồ sơ</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Thoát</translation>
    </message>
    <message>
        <source>Close the program; everything is saved already</source>
        <translation>Đóng chương trình; mọi thứ đã được lưu</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Xác nhận đúng</translation>
    </message>
    <message>
        <source>The figure is right; go to the next open one</source>
        <translation>Số liệu đúng; chuyển sang số liệu chờ xác nhận tiếp theo</translation>
    </message>
    <message>
        <source>Accept the &amp;row of the sheet</source>
        <translation>Xác nhận cả hàn&amp;g của trang tính</translation>
    </message>
    <message>
        <source>All open figures of this row of the sheet that were on the screen are right</source>
        <translation>Mọi số liệu chờ của hàng này đã hiện trên màn hình đều đúng</translation>
    </message>
    <message>
        <source>Accept the &amp;column of the sheet</source>
        <translation>Xác nhận cả &amp;cột của trang tính</translation>
    </message>
    <message>
        <source>All open figures of this column of the sheet that were on the screen are right</source>
        <translation>Mọi số liệu chờ của cột này đã hiện trên màn hình đều đúng</translation>
    </message>
    <message>
        <source>Type the right value</source>
        <translation>Gõ giá trị đúng</translation>
    </message>
    <message>
        <source>Start typing digits on a row; Enter keeps the correction and goes on</source>
        <translation>Gõ chữ số ngay trên dòng để sửa; Enter để lưu và đi tiếp</translation>
    </message>
    <message>
        <source>Edit the &amp;value</source>
        <translation>&amp;Sửa giá trị</translation>
    </message>
    <message>
        <source>Edit the value in its row</source>
        <translation>Sửa giá trị ngay trong dòng</translation>
    </message>
    <message>
        <source>The number is to be read the other way shown below it; go to the next open one</source>
        <translation>Số phải đọc theo cách khác ghi dưới giá trị; sang số liệu chờ tiếp theo</translation>
    </message>
    <message>
        <source>Edit the other &amp;fields</source>
        <translation>Sử&amp;a các ô khác</translation>
    </message>
    <message>
        <source>Go to unit, kind, indicator and note</source>
        <translation>Chuyển đến đơn vị, loại, chỉ tiêu và ghi chú</translation>
    </message>
    <message>
        <source>Go to a field</source>
        <translation>Đến một ô</translation>
    </message>
    <message>
        <source>The digit stands before the field&apos;s name; Enter keeps the change and goes on</source>
        <translation>Chữ số đứng trước tên ô; Enter giữ thay đổi và đi tiếp</translation>
    </message>
    <message>
        <source>Put others right ali&amp;ke…</source>
        <translation>Sửa các số liệu khác như &amp;vậy…</translation>
    </message>
    <message>
        <source>List the open figures that the last correction fits, to change them together</source>
        <translation>Liệt kê các số liệu chưa xác nhận hợp với lần sửa vừa rồi để sửa cùng lúc</translation>
    </message>
    <message>
        <source>Leave editing</source>
        <translation>Thôi không sửa</translation>
    </message>
    <message>
        <source>Leave a field or a list and change nothing</source>
        <translation>Rời ô hoặc danh sách, không thay đổi gì</translation>
    </message>
    <message>
        <source>&amp;Dismiss…</source>
        <translation>L&amp;oại…</translation>
    </message>
    <message>
        <source>It is no figure of this report; give the reason with one key</source>
        <translation>Không phải số liệu của báo cáo; chọn lý do bằng một phím</translation>
    </message>
    <message>
        <source>Dismiss for the last reason a&amp;gain</source>
        <translation>Loại tiế&amp;p với lý do vừa rồi</translation>
    </message>
    <message>
        <source>It is no figure either, for the same reason as the one before</source>
        <translation>Số này cũng không phải số liệu, cùng lý do với số trước</translation>
    </message>
    <message>
        <source>Mark as dou&amp;btful</source>
        <translation>Đánh &amp;dấu nghi vấn</translation>
    </message>
    <message>
        <source>Leave it for later; go to the next open one</source>
        <translation>Để lại xem xét sau; chuyển sang số liệu tiếp theo</translation>
    </message>
    <message>
        <source>Take the verdict back</source>
        <translation>Bỏ xác nhận, đưa về trạng thái chờ</translation>
    </message>
    <message>
        <source>Make a figure of the text selected in the report</source>
        <translation>Tạo số liệu từ đoạn đang bôi chọn trong báo cáo</translation>
    </message>
    <message>
        <source>Make a figure of a number of the ledger, with all that its sentence says of it</source>
        <translation>Lấy một số trong sổ số làm số liệu, mọi trường điền sẵn theo câu chứa nó</translation>
    </message>
    <message>
        <source>It was set aside wrongly: let it wait for a verdict</source>
        <translation>Số bị để riêng nhầm: đưa trở lại chờ xác nhận</translation>
    </message>
    <message>
        <source>Recent tag {number}</source>
        <translation>Nhãn gần đây {number}</translation>
    </message>
    <message>
        <source>Put recent tag {number} on the selected passage or the section, or take it off</source>
        <translation>Gắn nhãn gần đây {number} cho đoạn đang chọn hoặc cho mục, hoặc bỏ ra</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất số liệu…</translation>
    </message>
    <message>
        <source>Write the verified figures to Excel, CSV, JSON or Parquet, or a record of the review</source>
        <translation>Ghi số liệu đã xác nhận ra Excel, CSV, JSON, Parquet, hoặc lập biên bản rà soát</translation>
    </message>
    <message>
        <source>Export by &amp;tags…</source>
        <translation>Xuất theo n&amp;hãn…</translation>
    </message>
    <message>
        <source>Write only the verified figures under certain tags</source>
        <translation>Chỉ ghi số liệu đã xác nhận thuộc một số nhãn</translation>
    </message>
    <message>
        <source>Take the ot&amp;her reading</source>
        <translation>Chọ&amp;n cách đọc khác</translation>
    </message>
    <message>
        <source>Reo&amp;pen</source>
        <translation>&amp;Mở lại</translation>
    </message>
    <message>
        <source>Add a figure from the selec&amp;tion…</source>
        <translation>&amp;Thêm số liệu từ đoạn chọn…</translation>
    </message>
    <message>
        <source>C&amp;laim the number</source>
        <translation>Nhận số nà&amp;y làm số liệu</translation>
    </message>
    <message>
        <source>Open a nu&amp;mber that was set aside</source>
        <translation>Mở lại số đã để &amp;riêng</translation>
    </message>
    <message>
        <source>&amp;Sign the report off</source>
        <translation>&amp;Ký xác nhận báo cáo</translation>
    </message>
    <message>
        <source>Vouch for the whole report; possible only when nothing of it is open</source>
        <translation>Ký xác nhận cả báo cáo; chỉ được khi không còn số nào chưa rõ</translation>
    </message>
    <message>
        <source>Let a report be changed that was signed off, for a reason that is kept</source>
        <translation>Cho sửa lại báo cáo đã ký, có ghi lý do vào nhật ký</translation>
    </message>
    <message>
        <source>Begin or leave the second reading of what somebody else has verified</source>
        <translation>Bắt đầu hoặc ra khỏi lần đọc thứ hai các số liệu người khác đã xác nhận</translation>
    </message>
    <message>
        <source>Open the report agai&amp;n…</source>
        <translation>Mở lại &amp;báo cáo…</translation>
    </message>
    <message>
        <source>&amp;Fill a form…</source>
        <translation>Điền vào &amp;biểu mẫu…</translation>
    </message>
    <message>
        <source>Fill the verified figures into the cells of the office&apos;s own Excel form</source>
        <translation>Điền số liệu đã xác nhận vào các ô của biểu mẫu Excel của đơn vị</translation>
    </message>
    <message>
        <source>&amp;Read a changed Excel file back…</source>
        <translation>Đọc &amp;lại tệp Excel đã sửa…</translation>
    </message>
    <message>
        <source>Hold an exported workbook that was changed elsewhere against the program</source>
        <translation>So tệp Excel đã xuất và được sửa ở nơi khác với hồ sơ, nhận từng chỗ sửa</translation>
    </message>
    <message>
        <source>&amp;Verify an exported Excel file…</source>
        <translation>&amp;Kiểm tra tệp Excel đã xuất…</translation>
    </message>
    <message>
        <source>Check that each value of an exported workbook is still what was verified</source>
        <translation>Kiểm tra từng giá trị trong tệp Excel đã xuất có còn đúng như đã xác nhận không</translation>
    </message>
    <message>
        <source>&amp;Cancel the export</source>
        <translation>Hủ&amp;y xuất</translation>
    </message>
    <message>
        <source>Give up the export under way; the file stays as it was</source>
        <translation>Bỏ việc xuất đang chạy; tệp cũ vẫn còn nguyên</translation>
    </message>
    <message>
        <source>The finding is settled: the report really says so; once more opens it again</source>
        <translation>Cảnh báo đã được xem xét: báo cáo đúng là ghi như vậy; bấm lần nữa để mở lại</translation>
    </message>
    <message>
        <source>Right as the source has it, with a note…</source>
        <translation>Đúng như nguồn, kèm ghi chú…</translation>
    </message>
    <message>
        <source>Settle the finding and say why</source>
        <translation>Xử lý cảnh báo và ghi lý do</translation>
    </message>
    <message>
        <source>S&amp;econd reading</source>
        <translation>Đọc lần ha&amp;i</translation>
    </message>
    <message>
        <source>Settle d&amp;ifferences…</source>
        <translation>Giải q&amp;uyết chỗ khác nhau…</translation>
    </message>
    <message>
        <source>Show side by side what two have read differently; one key says who is right</source>
        <translation>Đặt cạnh nhau hai cách đọc khác nhau; một phím để chọn cách đúng</translation>
    </message>
    <message>
        <source>Second reading: &amp;what is wanted…</source>
        <translation>&amp;Quy định đọc lần hai…</translation>
    </message>
    <message>
        <source>Say which figures somebody else reads again, in this report or in a field</source>
        <translation>Chọn số liệu nào phải có người khác đọc lại, theo báo cáo hoặc lĩnh vực</translation>
    </message>
    <message>
        <source>Error rates…</source>
        <translation>Tỷ lệ sai…</translation>
    </message>
    <message>
        <source>Show how often first and second readings were wrong, by person and by kind</source>
        <translation>Cho biết lần đọc thứ nhất, thứ hai sai bao nhiêu, theo người và theo loại</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Bỏ thay đổi vừa làm</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Thực hiện lại thay đổi vừa bỏ</translation>
    </message>
    <message>
        <source>End one word further</source>
        <translation>Cuối thêm một từ</translation>
    </message>
    <message>
        <source>It ends one word later; in a sheet it goes to the cell on the right</source>
        <translation>Kết thúc muộn hơn một từ; trong trang tính sang ô bên phải</translation>
    </message>
    <message>
        <source>End one word back</source>
        <translation>Cuối bớt một từ</translation>
    </message>
    <message>
        <source>It ends one word earlier; in a sheet it goes to the cell on the left</source>
        <translation>Kết thúc sớm hơn một từ; trong trang tính sang ô bên trái</translation>
    </message>
    <message>
        <source>Start one word further</source>
        <translation>Đầu bớt một từ</translation>
    </message>
    <message>
        <source>It starts one word later</source>
        <translation>Bắt đầu muộn hơn một từ</translation>
    </message>
    <message>
        <source>Start one word back</source>
        <translation>Đầu thêm một từ</translation>
    </message>
    <message>
        <source>It starts one word earlier</source>
        <translation>Bắt đầu sớm hơn một từ</translation>
    </message>
    <message>
        <source>To the next number</source>
        <translation>Đến số kế tiếp</translation>
    </message>
    <message>
        <source>The figure stands at the next number of the report</source>
        <translation>Số liệu nằm ở số kế tiếp trong báo cáo</translation>
    </message>
    <message>
        <source>To the previous number</source>
        <translation>Đến số liền trước</translation>
    </message>
    <message>
        <source>The figure stands at the previous number of the report</source>
        <translation>Số liệu nằm ở số liền trước trong báo cáo</translation>
    </message>
    <message>
        <source>One cell up</source>
        <translation>Lên một ô</translation>
    </message>
    <message>
        <source>In a sheet the figure stands in the cell above</source>
        <translation>Trong trang tính, số liệu nằm ở ô phía trên</translation>
    </message>
    <message>
        <source>One cell down</source>
        <translation>Xuống một ô</translation>
    </message>
    <message>
        <source>In a sheet the figure stands in the cell below</source>
        <translation>Trong trang tính, số liệu nằm ở ô phía dưới</translation>
    </message>
    <message>
        <source>&amp;Tag the section or the selection…</source>
        <translation>&amp;Gắn nhãn cho mục hoặc đoạn đang chọn…</translation>
    </message>
    <message>
        <source>Put the selected passage or the section under a field, or take it away</source>
        <translation>Xếp đoạn đang chọn hoặc mục vào một lĩnh vực, hoặc bỏ ra</translation>
    </message>
    <message>
        <source>Take the &amp;suggested tag</source>
        <translation>&amp;Lấy nhãn gợi ý</translation>
    </message>
    <message>
        <source>Put the first suggested tag on the selected passage or the section</source>
        <translation>Gắn nhãn gợi ý đầu tiên cho đoạn đang chọn hoặc cho mục</translation>
    </message>
    <message>
        <source>&amp;Change the tree of tags…</source>
        <translation>Sửa &amp;cây nhãn…</translation>
    </message>
    <message>
        <source>Add, rename, recolour, move or retire tags</source>
        <translation>Thêm, đổi tên, đổi màu, chuyển chỗ hoặc ngừng dùng nhãn</translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation>&amp;Viết ghi chú…</translation>
    </message>
    <message>
        <source>Write a note on the selected passage, the figure or the report</source>
        <translation>Viết ghi chú về đoạn đang chọn, số liệu hoặc báo cáo</translation>
    </message>
    <message>
        <source>S&amp;ettle or reopen the note</source>
        <translation>Giải &amp;quyết hoặc mở lại ghi chú</translation>
    </message>
    <message>
        <source>Mark the note of the list or of the figure as settled, or as open again</source>
        <translation>Đánh dấu ghi chú trong danh sách hoặc của số liệu là đã giải quyết, hoặc mở lại</translation>
    </message>
    <message>
        <source>&amp;List of notes</source>
        <translation>&amp;Danh sách ghi chú</translation>
    </message>
    <message>
        <source>Go to the notes of the report</source>
        <translation>Đến các ghi chú của báo cáo</translation>
    </message>
    <message>
        <source>Notes of &amp;all reports</source>
        <translation>Ghi chú của &amp;mọi báo cáo</translation>
    </message>
    <message>
        <source>List the notes of every report of the workspace, or those of this one again</source>
        <translation>Liệt kê ghi chú của mọi báo cáo trong hồ sơ, hoặc trở lại ghi chú của báo cáo này</translation>
    </message>
    <message>
        <source>&amp;History of the figure</source>
        <translation>Lịc&amp;h sử của số liệu</translation>
    </message>
    <message>
        <source>Tell who changed the figure, when, and from what to what</source>
        <translation>Cho biết ai đã sửa số liệu, lúc nào, từ gì thành gì</translation>
    </message>
    <message>
        <source>&amp;Next open figure</source>
        <translation>Số liệu chờ &amp;tiếp theo</translation>
    </message>
    <message>
        <source>Go to the next figure without a verdict</source>
        <translation>Chuyển đến số liệu chờ xác nhận tiếp theo</translation>
    </message>
    <message>
        <source>&amp;Previous open figure</source>
        <translation>Số liệu chờ t&amp;rước đó</translation>
    </message>
    <message>
        <source>Go to the previous figure without a verdict</source>
        <translation>Chuyển về số liệu chờ xác nhận trước đó</translation>
    </message>
    <message>
        <source>Go to the next figure that does not fit with others</source>
        <translation>Đến số liệu tiếp theo không khớp với số liệu khác</translation>
    </message>
    <message>
        <source>Go to the previous figure that does not fit with others</source>
        <translation>Đến số liệu trước đó không khớp với số liệu khác</translation>
    </message>
    <message>
        <source>Go round the figures that the finding is about</source>
        <translation>Lần lượt đến các số liệu mà cảnh báo nói tới</translation>
    </message>
    <message>
        <source>Next one accepted &amp;too fast</source>
        <translation>Số liệu &amp;xác nhận quá nhanh tiếp theo</translation>
    </message>
    <message>
        <source>Find in all &amp;reports…</source>
        <translation>Tìm trong &amp;mọi báo cáo…</translation>
    </message>
    <message>
        <source>Go to the next figure that was accepted faster than it can be read</source>
        <translation>Đến số liệu tiếp theo được xác nhận nhanh hơn mức đọc kịp</translation>
    </message>
    <message>
        <source>Right as the source has it</source>
        <translation>Đúng như nguồn</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Cảnh báo tiếp theo</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Cảnh báo trước</translation>
    </message>
    <message>
        <source>Figures of the finding</source>
        <translation>Các số liệu của cảnh báo</translation>
    </message>
    <message>
        <source>To the &amp;ledger</source>
        <translation>Đến &amp;sổ số</translation>
    </message>
    <message>
        <source>Go to the list of numbers that no figure claims, to the first open one</source>
        <translation>Đến danh sách các số chưa thuộc số liệu nào, tại số đầu tiên chưa rõ</translation>
    </message>
    <message>
        <source>&amp;Find in the report…</source>
        <translation>Tìm trong &amp;báo cáo…</translation>
    </message>
    <message>
        <source>Show only the figures that hold the words typed; Esc leads back</source>
        <translation>Chỉ hiện số liệu có các từ đã gõ; Esc để trở lại</translation>
    </message>
    <message>
        <source>Search the figures of the whole workspace; Enter opens the report there</source>
        <translation>Tìm số liệu trong cả hồ sơ; Enter mở báo cáo tại đó</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Ô tiế&amp;p theo</translation>
    </message>
    <message>
        <source>Go round the panes: figures, fields, outline, report</source>
        <translation>Đi vòng qua các ô: bảng số liệu, các trường, mục lục, báo cáo</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Ô trướ&amp;c</translation>
    </message>
    <message>
        <source>Go round the panes the other way</source>
        <translation>Đi vòng qua các ô theo chiều ngược lại</translation>
    </message>
    <message>
        <source>&amp;Menu bar</source>
        <translation>Thanh trình đơ&amp;n</translation>
    </message>
    <message>
        <source>Go to the menus; the arrow keys move in them</source>
        <translation>Lên thanh trình đơn; dùng phím mũi tên để di chuyển</translation>
    </message>
    <message>
        <source>All &amp;numbers in the report</source>
        <translation>Mọi con số tr&amp;ong báo cáo</translation>
    </message>
    <message>
        <source>Show in the report every number: claimed by a figure, set aside with its reason, or open</source>
        <translation>Hiện mọi con số trong báo cáo: đã thuộc số liệu, để riêng kèm lý do, hoặc chưa rõ</translation>
    </message>
    <message>
        <source>&amp;Only open figures</source>
        <translation>&amp;Chỉ số liệu chờ xác nhận</translation>
    </message>
    <message>
        <source>Show only the figures without a verdict</source>
        <translation>Chỉ hiện các số liệu chưa xác nhận</translation>
    </message>
    <message>
        <source>Only figures that need a &amp;look</source>
        <translation>Chỉ số liệu cần &amp;xem</translation>
    </message>
    <message>
        <source>Show all figures, or only the open ones of uncertain reading, least certain first</source>
        <translation>Hiện mọi số liệu, hoặc chỉ số liệu chờ xác nhận mà máy đọc chưa chắc, kém chắc nhất trước</translation>
    </message>
    <message>
        <source>&amp;Filter by…</source>
        <translation>&amp;Lọc theo…</translation>
    </message>
    <message>
        <source>Show only the figures of a section, a tag, a reviewer or a state, each with its count</source>
        <translation>Chỉ hiện số liệu của một mục, một nhãn, một người hoặc một trạng thái, kèm số lượng</translation>
    </message>
    <message>
        <source>Next o&amp;rder of work</source>
        <translation>Đổi thứ tự làm &amp;việc</translation>
    </message>
    <message>
        <source>As in the text, what needs a look first, or same-looking together</source>
        <translation>Theo văn bản, cần xem trước, hoặc cùng dạng đứng cạnh nhau</translation>
    </message>
    <message>
        <source>Only the chosen &amp;section</source>
        <translation>Chỉ &amp;mục đang chọn</translation>
    </message>
    <message>
        <source>Show only the figures of the section chosen in the outline</source>
        <translation>Chỉ hiện số liệu của mục đang chọn trong mục lục</translation>
    </message>
    <message>
        <source>Speak Vietnamese from the next start on</source>
        <translation>Dùng tiếng Việt từ lần mở sau</translation>
    </message>
    <message>
        <source>Speak English from the next start on</source>
        <translation>Dùng tiếng Anh từ lần mở sau</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Xem tất cả phím tắt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Xác nhận</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Vị trí</translation>
    </message>
    <message>
        <source>&amp;Tags and notes</source>
        <translation>&amp;Nhãn, ghi chú</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Di chuyển</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Hiển thị</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>keypad Enter</source>
        <translation>Enter (phím số)</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>state</source>
        <translation>trạng thái</translation>
    </message>
    <message>
        <source>value</source>
        <translation>giá trị</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>loại</translation>
    </message>
    <message>
        <source>base</source>
        <translation>so với</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>chỉ tiêu</translation>
    </message>
    <message>
        <source>exactness</source>
        <translation>mức độ</translation>
    </message>
    <message>
        <source>period</source>
        <translation>kỳ</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>lý do</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <source>state of the note</source>
        <translation>tình trạng</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>cảnh báo</translation>
    </message>
    <message>
        <source>state of the finding</source>
        <translation>tình trạng cảnh báo</translation>
    </message>
    <message>
        <source>looked at for</source>
        <translation>thời gian xem</translation>
    </message>
    <message>
        <source>place</source>
        <translation>vị trí</translation>
    </message>
    <message>
        <source>text there</source>
        <translation>văn bản tại đó</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>value chosen</source>
        <translation>giá trị được chọn</translation>
    </message>
    <message>
        <source>Nobody has changed anything yet.</source>
        <translation>Chưa ai thay đổi gì.</translation>
    </message>
    <message>
        <source>took back: {act}</source>
        <translation>hoàn tác: {act}</translation>
    </message>
    <message>
        <source>did again: {act}</source>
        <translation>làm lại: {act}</translation>
    </message>
    <message>
        <source>taken back by {name}, {time}</source>
        <translation>đã hoàn tác: {name}, {time}</translation>
    </message>
    <message>
        <source>In the report: “{text}”. Read as {quantity} ({origin}).</source>
        <translation>Trong báo cáo: “{text}”. Đọc là {quantity} ({origin}).</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(chưa có)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa giải quyết</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>đã giải quyết</translation>
    </message>
    <message>
        <source>as the source has it</source>
        <translation>đúng như nguồn</translation>
    </message>
    <message>
        <source>(not measured)</source>
        <translation>(không đo)</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>open</source>
        <translation>chờ</translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>đã loại</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>nghi vấn</translation>
    </message>
    <message>
        <source>level</source>
        <translation>mức</translation>
    </message>
    <message>
        <source>share</source>
        <translation>tỷ trọng</translation>
    </message>
    <message>
        <source>change</source>
        <translation>tăng, giảm</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>tỷ lệ đạt</translation>
    </message>
    <message>
        <source>on same period</source>
        <translation>cùng kỳ</translation>
    </message>
    <message>
        <source>on previous</source>
        <translation>kỳ trước</translation>
    </message>
    <message>
        <source>on plan</source>
        <translation>kế hoạch</translation>
    </message>
    <message>
        <source>on year start</source>
        <translation>đầu năm</translation>
    </message>
    <message>
        <source>on other base</source>
        <translation>mốc khác</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(không)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Nghi vấn</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Đã sửa</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Đã loại</translation>
    </message>
    <message>
        <source>as in the text</source>
        <translation>theo văn bản</translation>
    </message>
    <message>
        <source>needs a look first</source>
        <translation>cần xem trước</translation>
    </message>
    <message>
        <source>same-looking together</source>
        <translation>cùng dạng</translation>
    </message>
    <message>
        <source>by state</source>
        <translation>theo trạng thái</translation>
    </message>
    <message>
        <source>about</source>
        <translation>khoảng</translation>
    </message>
    <message>
        <source>over</source>
        <translation>trên</translation>
    </message>
    <message>
        <source>under</source>
        <translation>dưới</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>Ngày, giờ</translation>
    </message>
    <message>
        <source>Reporting period</source>
        <translation>Khoảng thời gian, kỳ báo cáo</translation>
    </message>
    <message>
        <source>Number of a legal document</source>
        <translation>Số hiệu văn bản</translation>
    </message>
    <message>
        <source>Ordinal number or heading number</source>
        <translation>Số thứ tự, số mục</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Nằm trong tên gọi</translation>
    </message>
    <message>
        <source>Page counter, letterhead or menu</source>
        <translation>Số trang, tiêu đề thư, trình đơn</translation>
    </message>
    <message>
        <source>Stands here twice</source>
        <translation>Trùng lặp</translation>
    </message>
    <message>
        <source>Not about what is reported on</source>
        <translation>Không thuộc nội dung báo cáo</translation>
    </message>
    <message>
        <source>Another reason…</source>
        <translation>Lý do khác…</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>số liệu</translation>
    </message>
    <message>
        <source>part of a figure</source>
        <translation>một phần của số liệu</translation>
    </message>
    <message>
        <source>date</source>
        <translation>ngày tháng</translation>
    </message>
    <message>
        <source>period</source>
        <translation>khoảng thời gian</translation>
    </message>
    <message>
        <source>legal number</source>
        <translation>số văn bản</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>số thứ tự</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên gọi</translation>
    </message>
    <message>
        <source>page furniture</source>
        <translation>ngoài nội dung</translation>
    </message>
    <message>
        <source>not accounted for</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>xác nhận đúng</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>sửa</translation>
    </message>
    <message>
        <source>dismiss</source>
        <translation>loại</translation>
    </message>
    <message>
        <source>mark as doubtful</source>
        <translation>đánh dấu nghi vấn</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>mở lại</translation>
    </message>
    <message>
        <source>add a figure</source>
        <translation>thêm số liệu</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>gắn nhãn</translation>
    </message>
    <message>
        <source>untag</source>
        <translation>bỏ nhãn</translation>
    </message>
    <message>
        <source>tag a passage</source>
        <translation>gắn nhãn đoạn văn</translation>
    </message>
    <message>
        <source>untag a passage</source>
        <translation>bỏ nhãn đoạn văn</translation>
    </message>
    <message>
        <source>add a tag to the tree</source>
        <translation>thêm nhãn vào cây nhãn</translation>
    </message>
    <message>
        <source>rename a tag</source>
        <translation>đổi tên nhãn</translation>
    </message>
    <message>
        <source>recolour a tag</source>
        <translation>đổi màu nhãn</translation>
    </message>
    <message>
        <source>move a tag</source>
        <translation>chuyển chỗ nhãn</translation>
    </message>
    <message>
        <source>retire a tag</source>
        <translation>ngừng dùng nhãn</translation>
    </message>
    <message>
        <source>use a tag again</source>
        <translation>dùng lại nhãn</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>viết ghi chú</translation>
    </message>
    <message>
        <source>rewrite a note</source>
        <translation>sửa ghi chú</translation>
    </message>
    <message>
        <source>settle a note</source>
        <translation>giải quyết ghi chú</translation>
    </message>
    <message>
        <source>reopen a note</source>
        <translation>mở lại ghi chú</translation>
    </message>
    <message>
        <source>remove a note</source>
        <translation>xóa ghi chú</translation>
    </message>
    <message>
        <source>keep as the source has it</source>
        <translation>giữ nguyên theo nguồn</translation>
    </message>
    <message>
        <source>open a finding again</source>
        <translation>mở lại cảnh báo</translation>
    </message>
    <message>
        <source>put right alike</source>
        <translation>sửa như vậy</translation>
    </message>
    <message>
        <source>open a number of the ledger</source>
        <translation>mở lại một số trong sổ số</translation>
    </message>
    <message>
        <source>move the place</source>
        <translation>dời vị trí</translation>
    </message>
    <message>
        <source>sign the report off</source>
        <translation>ký xác nhận báo cáo</translation>
    </message>
    <message>
        <source>open the report again</source>
        <translation>mở lại báo cáo</translation>
    </message>
    <message>
        <source>set the second reading</source>
        <translation>quy định đọc lần hai</translation>
    </message>
    <message>
        <source>second reading</source>
        <translation>đọc lần hai</translation>
    </message>
    <message>
        <source>take from the changed Excel file</source>
        <translation>nhận từ tệp Excel đã sửa</translation>
    </message>
    <message>
        <source>settle a difference</source>
        <translation>giải quyết chỗ khác nhau</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>cần xem</translation>
    </message>
    <message>
        <source>set aside: {reason}</source>
        <translation>để riêng: {reason}</translation>
    </message>
    <message>
        <source>accepted after {looked} s; reading it takes at least {needed} s</source>
        <translation>xác nhận sau {looked} giây; đọc cần ít nhất {needed} giây</translation>
    </message>
    <message>
        <source>value hidden: it is yours to type from the page (Ctrl+F7)</source>
        <translation>giá trị được giấu: bạn sẽ nhập lại từ trang báo cáo (Ctrl+F7)</translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation>thêm bằng tay</translation>
    </message>
    <message>
        <source>number not read yet</source>
        <translation>số chưa đọc được, cần xem</translation>
    </message>
    <message>
        <source>read with confidence {share} %</source>
        <translation>máy đọc, độ tin cậy {share} %</translation>
    </message>
    <message>
        <source>moved from “{text}”</source>
        <translation>đã dời từ “{text}”</translation>
    </message>
    <message>
        <source>{share} % sure</source>
        <translation>tin cậy {share} %</translation>
    </message>
    <message>
        <source>Can also be read as {quantity}</source>
        <translation>Cũng có thể đọc: {quantity}</translation>
    </message>
</context>
<context>
    <name>outputs</name>
    <message>
        <source>Excel workbook</source>
        <translation>Bảng tính Excel</translation>
    </message>
    <message>
        <source>CSV for analysis</source>
        <translation>CSV để phân tích</translation>
    </message>
    <message>
        <source>CSV for Vietnamese spreadsheets</source>
        <translation>CSV cho Excel tiếng Việt</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Record of the review</source>
        <translation>Biên bản rà soát</translation>
    </message>
    <message>
        <source>For people: summary, evidence, sources and log</source>
        <translation>Cho người đọc: tổng hợp, bằng chứng, nguồn, nhật ký</translation>
    </message>
    <message>
        <source>A line a figure: commas between cells, points before decimals</source>
        <translation>Mỗi số liệu một dòng: dấu phẩy giữa các ô, dấu chấm thập phân</translation>
    </message>
    <message>
        <source>A line a figure: semicolons between cells, decimal commas</source>
        <translation>Mỗi số liệu một dòng: dấu chấm phẩy giữa các ô, dấu phẩy thập phân</translation>
    </message>
    <message>
        <source>For programs: figures with all that is known of them</source>
        <translation>Cho phần mềm khác: số liệu kèm mọi thông tin về nó</translation>
    </message>
    <message>
        <source>For large analyses: typed columns, exact decimals</source>
        <translation>Cho phân tích lớn: cột có kiểu, số thập phân chính xác</translation>
    </message>
    <message>
        <source>A page a report to print and sign: counts, reviewers, corrections</source>
        <translation>Mỗi báo cáo một trang để in và ký: kết quả, người rà soát, sửa đổi</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Row {name}: no open figure of it has been on the screen.</source>
        <translation>Hàng {name}: chưa có số liệu chờ nào hiện trên màn hình.</translation>
    </message>
    <message>
        <source>Column {name}: no open figure of it has been on the screen.</source>
        <translation>Cột {name}: chưa có số liệu chờ nào hiện trên màn hình.</translation>
    </message>
    <message>
        <source>Row {name}: accepted {count}; left open, as not seen yet: {left}.</source>
        <translation>Hàng {name}: đã xác nhận {count} số liệu; còn chờ {left} số liệu chưa hiện trên màn hình.</translation>
    </message>
    <message>
        <source>Column {name}: accepted {count}; left open, as not seen yet: {left}.</source>
        <translation>Cột {name}: đã xác nhận {count} số liệu; còn chờ {left} số liệu chưa hiện trên màn hình.</translation>
    </message>
    <message>
        <source>Row {name}: accepted {count}.</source>
        <translation>Hàng {name}: đã xác nhận {count} số liệu.</translation>
    </message>
    <message>
        <source>Column {name}: accepted {count}.</source>
        <translation>Cột {name}: đã xác nhận {count} số liệu.</translation>
    </message>
</context>
</TS>
