"""Numbers that are no figures, and figures beside them that stay."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from desktop.core.extraction.passages import passage_of
from desktop.core.extraction.result import Extraction
from desktop.core.extraction.set_aside import asides_of
from desktop.core.sections import LedgerKind

Extracting = Callable[[str], Extraction]
AMOUNT = "-"
RUN = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")


def kinds_in(text: str) -> list[str]:
    """Return for each run of digits why it is set aside, or AMOUNT."""
    passage = passage_of(text, 0, len(text))
    asides = asides_of(passage)
    return [
        next((a.kind.value for a in asides if a.start < run.end() and run.start() < a.end), AMOUNT)
        for run in RUN.finditer(passage.text)
    ]


DATES = [
    "Họp ngày15/9 tại trụ sở.",
    "Từ năm2020 đến nay tình hình ổn định.",
    "Báo cáo tháng 3 /2021 của Sở.",
    "Báo cáo tháng 3/ 2021 của Sở.",
    "Sáng 15-9, Đoàn công tác đã kiểm tra.",
    "Sáng ngày 15.9, Đoàn công tác đã kiểm tra.",
    "Ngày 02-9-2005, tỉnh tổ chức mít tinh.",
    "Ngày 5.4.2012, UBND huyện họp.",
    "Từ ngày 15/12/2019 đến 14/3/2020 xảy ra nhiều vụ.",
    "Tính từ 15/12/2019-14/3/2020, toàn tỉnh ổn định.",
    "(Ngày 12 tháng 5 năm 1998)",
    "Hà Nội, ngày 1 tháng 7 năm 2025",
    "Hà Giang, ngày    tháng 6 năm 2003",
    "Trong quý III/2016 và quý IV-2016, đơn vị đã thực hiện.",
    "Quý 2 năm 2007 ngành công nghiệp phục hồi.",
    "Q1/2024 kinh tế khởi sắc.",
    "Nhiệm kỳ 1999-2004 đã kết thúc.",
    "Năm học 2017-2018, toàn ngành đã nỗ lực.",
    "Năm học 2017 – 2018, toàn ngành đã nỗ lực.",
    "Vụ Đông Xuân 2015-2016 được mùa.",
    "Vụ mùa 2009 thời tiết thuận lợi.",
    "Niên vụ mía 2018/2019 kết thúc sớm.",
    "Định hướng đến 2030, tầm nhìn 2045.",
    "So với cùng kỳ 2019 tình hình không đổi.",
    "Từ 2010 tới nay chưa xảy ra cháy rừng.",
    "Các năm 2001, 2002, 2003 và 2004 mất mùa.",
    "Tết Nguyên đán Giáp Ngọ 2014 diễn ra an toàn.",
    "Đêm 30 Tết, các lực lượng ứng trực.",
    "Mùng 2 Tết, lãnh đạo tỉnh đi thăm.",
    "Rằm tháng 8 tổ chức vui tươi.",
    "Kỷ niệm ngày 30/4 và 01/5.",
    "Dịp lễ 30/4 - 1/5, khách đến đông.",
    "Nhân dịp 2/9, tỉnh tặng quà.",
    "Thời điểm 0 giờ ngày 01/4/2019 tổng điều tra bắt đầu.",
    "Vào 00h00 ngày 12/8 dỡ bỏ phong tỏa.",
    "Lúc 8h30 các đại biểu có mặt.",
    "Giờ làm việc: 8h30-11h, 13h30-17h.",
    "Cuộc họp bắt đầu lúc 14 giờ 30 phút cùng ngày.",
    "Tin lúc 07 giờ, tâm bão ở ngoài khơi.",
    "Hồi 19 giờ, vị trí tâm bão cách bờ xa.",
    "Cập nhật 14:30 | 12/05/2021",
    "Đến hết 31/12 hoàn thành.",
    "Tính đến 16 giờ ngày 15/10, mưa đã giảm.",
    "Đợt mưa từ ngày 6-8/10 gây ngập.",
    "Từ 6 đến 13/10 trời mưa to.",
    "Mưa lũ các ngày 17, 18 và 19/10 gây ngập.",
    "Bế mạc ngày 9-7, kỳ họp thông qua nghị quyết.",
    "Tháng 9, 10 và 11 mưa nhiều.",
    "Kế hoạch tháng 4, 5, 6/2022 của phòng.",
    "Vụ Hè thu 2008, nông dân trúng mùa.",
    "Dân số 1/4/2009 theo tổng điều tra.",
    "Tết Dương lịch 2026 được nghỉ.",
    "Mục tiêu đến năm 2025-2030 như sau.",
    "Giai đoạn 2000 – 2005 và định hướng 2010.",
    "Ước thực hiện 2024 và kế hoạch 2025",
    "Hội nghị tổng kết 2018, triển khai nhiệm vụ 2019.",
    "Năm ngân sách 2017 đã quyết toán.",
    "Ngày 3/2/1930 Đảng ra đời.",
    "Tháng hành động 15/4 - 15/5 hằng năm.",
    "Trực 24/7 tại cơ sở.",
    "Kỷ niệm ngành (28/8) diễn ra trang trọng.",
    "Tuần 12, thị trường trầm lắng.",
    "Khai giảng thứ 7 hằng tuần.",
    "Chốt phiên 13/10, chỉ số đi lên.",
    "Phiên cuối tuần 28-11 khép lại.",
    "Ngày Môi trường thế giới 5/6 và ngày Thầy thuốc Việt Nam 27/2.",
    "Tính đến thời điểm 01/10 dịch ổn định.",
    "Từ 17 đến hết 19/5 mưa to.",
    "Tiếp dân vào ngày 05 và ngày 20 hằng tháng.",
    "Niên vụ 2016/17 được mùa.",
    "Cập nhật: 05:30 - 02/04/2018",
    "Cập nhật: 8h 15 - 14/03/2014",
    "Trong những năm 90 và thập niên 80.",
    "Từ 22 giờ đến 5 giờ sáng cấm xe.",
    "Theo giá cố định 94.",
    "Áp dụng từ 1/8 đồng thời trên toàn tỉnh.",
]

PERIODS = [
    "6T/2019 doanh thu tăng.",
    "Tháng 13",
    "Trong 9 tháng, kinh tế phát triển.",
    "Trong 6 tháng cuối năm, các đơn vị tập trung.",
    "Qua 3 năm thực hiện, bộ mặt nông thôn đổi mới.",
    "Sau hơn 20 năm thành lập, Khu công nghiệp phát triển.",
    "Trong 10 năm qua, tỉnh đã vươn lên.",
    "5 năm tới, phấn đấu thoát nghèo.",
    "Quý 2, sản lượng giảm nhẹ.",
    "Trong 02 ngày diễn ra hội nghị, các đại biểu thảo luận.",
    "Sau 5 ngày nghỉ Tết, cán bộ trở lại làm việc.",
    "Trong 24 giờ qua không ghi nhận ca mới.",
    "Trong vòng 48 giờ tới, bão mạnh thêm.",
    "Trực ban 24/24 giờ.",
    "Nhiệm vụ 6 tháng cuối năm được giao.",
    "Tăng trưởng IIP 11 tháng khá cao.",
    "Lạm phát thấp nhất trong hơn 5 năm.",
    "Công trình hoàn thành sau hơn 3 năm thi công.",
    "Giá tăng so với cách đây 7 ngày.",
    "Thanh khoản thấp so với trung bình 5 tuần.",
    "Trong 30 phút cuối phiên, giá đi lên.",
    "Hoàn thành trong 3 ngày tới.",
]

LEGAL_NUMBERS = [
    "Thực hiện Nghị quyết 01 của Chính phủ.",
    "Thực hiện NQ 68 về hỗ trợ người lao động.",
    "Đào tạo nghề theo QĐ 1956 được mở rộng.",
    "Thực hiện CT16 của Thủ tướng.",
    "Nghị quyết 30a của Chính phủ về giảm nghèo.",
    "Nghị định 30a hỗ trợ các huyện nghèo.",
    "Căn cứ Thông tư số 02/2019/TT-BKHĐT.",
    "Căn cứ điểm a khoản 1 Điều 5 Nghị định này.",
    "Căn cứ Điều 21, 22 và 23 của Luật.",
    "Tại khoản 2, 3 Điều 8, Chương II.",
    "Luật số 45/2019/QH14 có hiệu lực.",
    "Nghị quyết số 42-NQ/TW của Bộ Chính trị.",
    "Kết luận 97-KL/TW; Chỉ thị 40-CT/TW.",
    "Quyết định số: 1234/QĐ-UBND",
    "Số: 123/BC-UBND",
    "Số:  45 /BC-STC",
    "Nghị quyết số 19, Nghị quyết số 35 của Chính phủ.",
    "Nghị quyết 19 và 35 của Chính phủ.",
    "Nghị quyết 54/2017/QH14 được sơ kết.",
    "xem Phụ lục 2 và Bảng 3.1 kèm theo.",
    "Hình 2 cho thấy xu hướng giảm.",
    "(Biểu số 01, 02 kèm theo)",
    "Biểu 5a kèm theo báo cáo.",
    "Theo Nghị quyết số 11/NQ-CP của Chính phủ và Nghị quyết 43/2022/QH15.",
    "Quyết định 167 về nhà ở hộ nghèo.",
    "Thông tư 22 về đánh giá học sinh.",
    "Điều 174 Bộ luật Hình sự.",
    "Mẫu số 02/TNCN được thay thế.",
    "Pháp lệnh 05/2012/UBTVQH13",
]

ORDINALS = [
    "Thế kỷ 21 mở ra vận hội mới.",
    "Nghị quyết Trung ương 5 khóa VIII được triển khai.",
    "Kỳ họp thứ 11 HĐND tỉnh khóa XVIII.",
    "Đại hội Đảng bộ tỉnh lần thứ 17.",
    "Gió mạnh cấp 8-9, giật cấp 11.",
    "Rủi ro thiên tai cấp độ 3.",
    "Học sinh lớp 12 thi tốt nghiệp.",
    "Nhà cấp 4 bị tốc mái.",
    "Xếp hạng 3 toàn quốc.",
    "Tỉnh đứng thứ 7 cả nước.",
    "PCI xếp thứ 12/63 tỉnh, thành phố.",
    "Trạm bơm giai đoạn 2 hoàn thành.",
    "Khu vực 3 và vùng 2 gặp khó khăn.",
    "Mức độ 3, 4 được triển khai.",
    "Tiêm vắc xin mũi 3 cho người dân.",
    "1. Về kinh tế",
    "1.2.3. Chăn nuôi",
    "2.1 Trồng trọt",
    "3) Lâm nghiệp",
    "4/ Thủy sản",
    "5 - Giáo dục",
    "Gồm: (1) kinh tế; (2) văn hóa; (3) xã hội.",
    "Theo số liệu của Cục Thống kê [12].",
    "Nhiệm vụ 1: hoàn thiện thể chế.",
    "Bước 2: lập danh sách.",
    "Câu 5: Đánh giá mức độ hài lòng.",
    "Tập đoàn đứng vị trí 15 trong bảng xếp hạng.",
    "Hội nghị lần thứ 4 Ban Chấp hành Trung ương khóa XII.",
    "Lũ trên báo động 3 tại Hội An.",
    "Khách sạn 4 sao được khai trương.",
    "Sản phẩm OCOP hạng 3 sao.",
    "Đập tràn, cửa xả số 3 đã mở.",
    "Ca bệnh thứ 17 được xác nhận.",
    "Bệnh nhân 91 đã xuất viện.",
    "Kỷ niệm 60 năm Ngày thành lập ngành.",
    "Tiêu chí số 17 về môi trường chưa đạt.",
    "Phấn đấu vào nhóm 30 tỉnh dẫn đầu cả nước.",
    "Đỉnh lũ dưới mức BĐ2, trên báo động 1.",
    "Lúa đẻ nhánh. 2. Chăn nuôi phát triển.",
    "II. CÔNG NGHIỆP, XÂY DỰNG 1. Chỉ số sản xuất tăng nhẹ.",
    "Dự thi vòng 2 môn Sinh học.",
    "Lúa vụ 3 gieo sạ muộn.",
]

NAMES = [
    "Đề án 1956 đạt kết quả.",
    "Quy chuẩn QCVN 01:2009/BYT được áp dụng.",
    "Bão số 12 gây thiệt hại.",
    "Cơn bão số 5 (bão Sơn Ca) đổ bộ.",
    "Ảnh hưởng của bão số 5, số 6 và số 7.",
    "Bão số 9, 10 gây mưa lớn.",
    "Dịch Covid-19 được kiểm soát.",
    "Cúm A/H1N1 xuất hiện trở lại.",
    "Cúm gia cầm H5N6 tái phát.",
    "Truy vết F0, F1 tại cộng đồng.",
    "Sinh viên K30 tốt nghiệp.",
    "Tàu CT-29 gặp nạn.",
    "Quốc lộ 1A bị ách tắc.",
    "QL.1A đoạn qua tỉnh.",
    "QL 14B và QL14G được nâng cấp.",
    "ĐT.825 đang thi công.",
    "Tuyến ĐT 601 sạt lở.",
    "Tuyến đường TL 10 đã thông xe.",
    "TL10B được mở rộng.",
    "Đường tỉnh 295B xuống cấp.",
    "ĐH.05 được trải nhựa.",
    "KCN Tân Tạo 2 thu hút đầu tư.",
    "Nhà máy thủy điện Sông Bung 4 phát điện.",
    "Chương trình 135 được triển khai.",
    "Xe ô tô 29A-123.45 vi phạm.",
    "Xe biển số 43C-012.34 bị tạm giữ.",
    "Xe mô tô BKS 92H1-123.45 bị mất.",
    "Tàu cá QNg 95123 TS được cứu.",
    "Tàu cá ĐNa 90345 bị chìm.",
    "Công nghiệp 4.0 là xu thế.",
    "Mạng 5G được phủ sóng.",
    "Mạng 3G, 4G đã phủ khắp xã.",
    "ISO 9001:2015 được áp dụng tại Sở.",
    "TCVN ISO 9001:2008 tại các cơ quan.",
    "Windows 10 được cài đặt.",
    "Phần mềm phiên bản 2.0 vận hành.",
    "Vắc xin 5 trong 1 được tiêm.",
    "Cơ chế 1 cửa liên thông.",
    "Trẻ từ 5 đến dưới 12 tuổi.",
    "Trẻ em dưới 5 tuổi suy dinh dưỡng.",
    "Phụ nữ 15-49 tuổi được khám.",
    "Công dân đủ 18 tuổi trở lên.",
    "Khóa nano 13x19 cm.",
    "Bụi PM2.5 vượt ngưỡng.",
    "Giá xăng RON 95 và E5 RON92 giảm.",
    "Vàng 9999 giao dịch ổn định.",
    "Phân NPK 16-16-8 khan hiếm.",
    "Xi măng PCB40 tiêu thụ tốt.",
    "Giống lúa OM 5451 và ĐT8 được gieo.",
    "Tổ hợp giống lúa OM18, IR50404.",
    "Thuốc nổ C4 bị thu giữ.",
    "Km 12+500 bị sạt.",
    "Km12+500 trên QL2 bị sạt.",
    "Tại km 45 đường Hồ Chí Minh.",
    "Hội nghị COP26 đã thông qua.",
    "G20, G7 họp thượng đỉnh.",
    "Kênh VTV1 và VTV 3 phát sóng.",
    "Chuyên án 012D được triệt phá.",
    "Tổ hợp A50 diễn tập.",
    "Cầu Rạch Miễu 2 hợp long.",
    "Ban chỉ đạo 389 tỉnh kiểm tra.",
    "Ban Chỉ đạo 35 các cấp.",
    "Bệnh viện Quân y 103 tiếp nhận.",
    "Vaccine Nano Covax-19 thử nghiệm.",
    "Vi rút SARS-CoV-2 biến thể BA.5.",
    "Hàm lượng Pb theo QCVN 08-MT:2015/BTNMT.",
    "Tổ công tác 970 của tỉnh kiểm tra.",
    "Công ty Cổ phần Sông Đà 5, Cienco 4.",
    "Vượt đèo Km 34 trên QL4D.",
    "Dịch vụ công nghiệp 4.0 phát triển.",
    "Nâng cấp đường 30/4 và hẻm 47/12 Trần Phú.",
    "Chụp cắt lớp vi tính 32 dãy được đầu tư.",
    "Trung tâm 78-01Đ bị khởi tố.",
    "Tổ dân phố số 5 được khen thưởng.",
    "Thôn 3, xã Ea Kao đã có điện.",
    "Phường 7, Quận 8 đã kiểm soát dịch.",
    "Đoạn tuyến số 3 Nhổn - ga Hà Nội.",
    "Trường Tiểu học số 2 Hòa Phước.",
    "Máy phát tổ máy 2 hòa lưới.",
    "Sư đoàn 5 hành quân.",
    "Bệnh viện 199 khám miễn phí.",
    "Khởi công trạm biến áp 110kV.",
    "Đóng điện đường dây 500 kV mạch 3.",
    "Tôm thẻ cỡ 60-70 con/kg khan hiếm.",
    "Tôm sú vỏ cỡ 16/20 và cỡ 21/25.",
    "Giá gạo 5% tấm và 25% tấm giữ ổn định.",
    "Cà phê Robusta R2, 5% đen vỡ.",
    "Bao loại 50 kg, mỗi bình 12kg.",
    "Xăng RON 95-III, xăng 92, dầu diesel 0,05S, mazut 180CST.",
    "Cao su SVR 3L, RSS 3.",
    "Ông Lê Văn Nam (47 tuổi) và bà Trần Thị Hoa, 102 tuổi.",
    "Trẻ từ 6 đến 36 tháng tuổi uống vitamin.",
    "Chênh lệch giữa nhóm 20% hộ giàu nhất và nhóm 20% hộ nghèo nhất.",
    "Dự án trồng mới 5 triệu ha rừng kết thúc.",
    "Vay theo gói 30.000 tỷ đồng.",
    "Phương châm 4 tại chỗ; mô hình 1 phải 5 giảm.",
    'Mô hình "3 giảm, 3 tăng" được nhân rộng.',
    "Chỉ số Nikkei 225 và FTSE 100 đi lên.",
    "Tiểu khu 1535, khoảnh 3, khoảng néo 45 - 52.",
    "Kiến thức quốc phòng cho đối tượng 3, đối tượng 4.",
    "VNPT-iOffice 3.0 và nền kinh tế 4.0.",
    "Quân khu 7, Binh đoàn 15, Trung đoàn 209.",
    "Cắm mốc 55 và mốc 56.",
    "Xe 16 chỗ và ô tô dưới 9 chỗ.",
    "Lúa IR 50404, chuyến bay VN 123, Boeing 737.",
    "Gói thầu 11-XL, 12-XL.",
    "Đội CSGT số 3 và nhà máy chế biến thủy sản số 2.",
    "Tại Km 1.234 quốc lộ 1.",
]

FURNITURE = [
    "Nhóm Telegram tại địa chỉ http://abc.vn/2021/03.",
    "Lượt xem: 12.345",
    "Đã xem 1.234",
    "Đã xem: 1.234 lần",
    "Số lần xem: 532",
    "Lượt xem 2045",
    "Trang 3/12",
    "Trang 3",
    "Trang: 1 2 3 4 ... Cuối",
    "1 2 3 4 5 Trang sau",
    "Điện thoại: 0243.8.252.123",
    "Tel: (84-4) 3823 2345",
    "ĐT: (0511) 3.822.111 - Fax: (0511) 3.821.000",
    "Đường dây nóng: 1900 1234",
    "Hotline 0905 123 456",
    "Liên hệ 0236.3.881.888 để được hướng dẫn.",
    "Gọi tổng đài 1022 để phản ánh.",
    "Tổng đài 111 bảo vệ trẻ em.",
    "Số điện thoại: +84 236 3822 138",
    "Đang online: 15",
    "Hôm nay: 1.203 | Hôm qua: 2.394 | Tất cả: 1.234.567",
    "Thống kê truy cập: Đang online 12, hôm nay 345",
    "Địa chỉ: 24 Trần Phú, Đà Nẵng",
    "Trụ sở: số 42 Bạch Đằng, quận Hải Châu",
    "Email: vp01@danang.gov.vn",
    "© 2015 Cổng thông tin điện tử",
    "Copyright © 2008-2015 UBND tỉnh",
    "Bản quyền 2012 thuộc Sở Thông tin",
    "Bình luận (3)",
    "Fax: 84.511.3825321",
    "Lượt truy cập: 1,234,567",
    "Bài đã đọc 417 lần",
    "1 | 2 | 3 | Tiếp",
    "Trang 1 của 5",
    "Lần xem: 567",
    "- 12 -",
    "Hỏi đáp (02)",
    "- Lưu: VT, TH (03b).",
    "- Lưu: VT, TH (Hà 60b).",
    "- Các huyện, thành phố (02 bản);",
    "Liên hệ (+84) 236 3822 138.",
    "Cấp cứu: 115, cứu hỏa: 114, cảnh sát: 113.",
    "(1873 lượt xem)",
    "(xem tiếp trang 2)",
    "Văn phòng, máy lẻ 212 (ext. 315).",
]

AMOUNTS = [
    "Cả nước có 63 tỉnh, thành phố.",
    "Đơn vị đạt cả 3 tiêu chí.",
    "Tập trung vào 4 trọng tâm.",
    "Đèn sáng 12 giờ mỗi ngày.",
    "Công chức được nghỉ 9 ngày.",
    "Tuổi nghề trung bình 15 năm.",
    "Số vụ tăng 2.015 vụ.",
    "Có khoảng 2000 người tham gia.",
    "Thu mua 2020 tấn thóc.",
    "Đầu tư 1995 tỷ đồng.",
    "Trồng mới 2015 ha rừng.",
    "Đã tiêm 2021 liều vắc xin.",
    "Toàn tỉnh có 1999 hộ nghèo.",
    "Tỷ lệ đạt 20,5% kế hoạch năm.",
    "Xây dựng 12 trường, 30 phòng học.",
    "Cấp 15 giấy phép xây dựng.",
    "Cấp 1.200 sổ hộ nghèo.",
    "Kết luận 21 tổ chức đảng có vi phạm.",
    "Thành lập 24/24 Ban Chỉ đạo cấp huyện.",
    "Xử lý 3 vụ, 5 đối tượng.",
    "Có 12/15 xã đạt chuẩn.",
    "Hoàn thành 3/5 chỉ tiêu.",
    "Ban hành 25 nghị quyết, 30 quyết định.",
    "Ban hành 12 văn bản.",
    "Tiếp nhận 5 dự án mới.",
    "Số hộ nghèo giảm còn 3.012 hộ.",
    "Phạt tù 12 năm đối với chủ mưu.",
    "Bị cáo lĩnh 7 năm 6 tháng tù.",
    "Rút ngắn thời gian 5 ngày so với quy định.",
    "Thời gian bay 2 giờ.",
    "Lưu trú bình quân 1,5 ngày.",
    "Đạt 2,5 điểm.",
    "Tỷ lệ lao động từ 25,3% lên 30%.",
    "Từ 5 đến 7 triệu đồng mỗi tháng.",
    "Đạt 96-99% kế hoạch.",
    "Giá từ 20.000 đến 25.000 đồng/kg.",
    "Có 10 xã, 2 phường, 1 thị trấn.",
    "Lớp 45 học sinh đạt chuẩn.",
    "Chi 1.234 tỷ; thu 2.345 tỷ.",
    "Bán kính 30 km quanh nhà máy.",
    "Đường dài 12 km, rộng 7m.",
    "Sản lượng điện 1.200 kWh.",
    "Quý I có 25 vụ cháy.",
    "Giảm 2 cấp trung gian.",
    "Dân số 2025 nghìn người.",
    "Nợ 2000 đồng.",
    "Kinh phí 1.956 triệu đồng.",
    "Tổ chức 3 lớp, 90 học viên.",
    "Đã họp 2 phiên, 3 kỳ.",
    "Thời gian thực hiện 36 tháng.",
    "Bảo hành 12 tháng.",
    "Mưa lớn (100-200 mm) gây ngập.",
    "Kế hoạch 1.200 tấn, đạt 95%.",
    "Dự toán 2.500 tỷ đồng.",
    "Thông báo 12 trường hợp vi phạm.",
    "Báo cáo 15 vụ việc.",
    "Trên 2 xã xảy ra dịch.",
    "Mức 3 triệu đồng/tháng.",
    "Hợp tác xã kiểu mới: 12; HTX yếu kém: 3.",
    "Mô hình chính quyền 2 cấp hoạt động thông suốt.",
    "Giải Nhất: 2, giải Nhì: 5, giải Ba: 10.",
    "Các xã khu vực I: 12 xã, khu vực II: 5 xã.",
    "Cùng kỳ: 15; tăng: 3.",
    "Tàu có công suất 90CV trở lên: 1.203 chiếc.",
    "Giành 12 HCV, 8 HCB tại Đại hội TDTT lần thứ VIII.",
    "Mực nước đạt 5,12m (trên báo động II 0,12m).",
    "Tuyên phạt tù chung thân 4, tử hình 2 bị cáo.",
    "Thị trường 12, môi trường 5 (vụ).",
    "Cháy được dập tắt trong 15 phút.",
    "Đầu tư hệ thống 64 camera giám sát.",
    "Số lớp 45, số trường 12.",
    "Nikkei giảm 225 điểm.",
    "Lãi cỡ 30 triệu đồng/ha.",
    "Thu giữ rượu các loại 30 lít và kim loại 20 kg.",
    "Hỗ trợ 3 loại 20 kg giống.",
    "Tỉnh Thái Bình 12 kg, bình quân trung bình 12 kg/người.",
    "Chung cư có bãi đỗ 250 chỗ.",
    "Tuổi kết hôn trung bình lần đầu của nam là 27 tuổi, nữ là 24 tuổi.",
    "Tuổi thọ đạt 73 tuổi.",
    "Chương trình hỗ trợ được 5 triệu hộ.",
    "Hằng ngày có 5/6 xã phát tin.",
    "Lễ hội thu hút 2/3 dân làng.",
    "Giá chỉ còn bằng 1/5 so với đầu vụ.",
    "Khoảng 1/6 số hộ đã thoát nghèo.",
    "Thời gian lưu trú bình quân 3 ngày.",
    "Tước giấy phép lái xe từ 4 đến 6 tháng.",
    "Rút ngắn từ 15 ngày xuống còn 5 ngày.",
    "Gia hạn nộp thuế 5 tháng.",
    "Có 12 xã chưa qua 21 ngày.",
    "Khởi tố 412 vụ/100 bị can.",
    "Mưa làm ngập trên 1 ha lúa, 3 ha màu.",
    "Đồng Nai 14 người, Thanh Hóa 12.",
    "Người chết: 15 (Nghĩa Hành 05 người, Mộ Đức 4, Ba Tơ 3).",
    "Xảy ra 58 vụ (Hòa Bình 24, Phú Thọ 18, Sơn La 16).",
    "Có 120 ca, trong đó Krông Năng 34, Ea Kar 22 và Buôn Hồ 15.",
    "Thành lập tổ 3 người, đội 15 người.",
    "Vốn cấp xã 24,3 tỷ đồng.",
    "Thu ngân sách cán mốc 1.400 tỷ đồng.",
    "Diện tích điều 345 ha, hạt điều 12 tấn.",
    "Khu công nghiệp 300 ha.",
    "Bình quân mỗi ngày 12 vụ.",
    "Thuộc nhóm 10 tỉnh có tỷ số cao nhất.",
    "Cổng thông tin có 1.873 lượt truy cập.",
    'Anh nói: "50 triệu đồng là nhiều".',
    "Tăng 4.0 điểm.",
    "Nguồn vốn 135 tỷ đồng.",
]

MIXED = [
    ("Kế hoạch 5 năm 2011 - 2015 của tỉnh.", "period date date"),
    ("Trong 2 năm 2021-2022, dịch bệnh phức tạp.", "period date date"),
    ("Báo cáo tuần 35 (từ 28/8 - 03/9/2023)", "date date date"),
    ("Lũy kế đến 30/6 giải ngân 45%.", "date -"),
    ("Thứ 6, 14/05/2010 | 08:15", "date date date date"),
    ("Theo giá cố định 1994 đạt 2.345 tỷ.", "date -"),
    ('Quỹ "Vì người nghèo" 17/10 vận động 2 tỷ đồng.', "date -"),
    ("9 tháng đầu năm 2015, tình hình ổn định.", "period date"),
    ("Tính chung 11 tháng năm 2019, cả nước ổn định.", "period date"),
    ("7 tháng năm 2021, thu ngân sách khá.", "period date"),
    ("Chỉ thị 10/CT-TTg ngày 19/4/2017", "legal date"),
    ("Theo Nghị định số 43/2006/NĐ-CP ngày 25/4/2006.", "legal date"),
    ("Theo công văn số 577/UBND-VX ngày 3/3.", "legal date"),
    ("Tại kỳ họp 12, HĐND thông qua 15 nghị quyết.", "ordinal -"),
    ("Ấp 4 có 98% hộ có điện.", "name -"),
    ("Sáp nhập thôn 5 và thôn 6 thành 01 thôn.", "name name -"),
    ("Dân số độ tuổi 15-60 là 234.567 người.", "name name -"),
    ("Rầy tuổi 2, tuổi 3 mật độ 500 con/m2.", "name name - name"),
    ("CMND số 201234567 cấp ngày 1/2/2010.", "name date"),
    ("SEA Games 31 giành 205 huy chương vàng.", "name -"),
    ("Số ca tử vong 12; F0 điều trị tại nhà 4.567.", "- name -"),
    ("Giấy phép số 12/GP-TTĐT ngày 5/1/2010", "legal date"),
    ("Thu nhập đạt 30 triệu đồng/người/năm 2020.", "- date"),
    ("Năm 2020 đạt 1.950 tấn.", "date -"),
    ("Khởi công 2 dự án, trong đó dự án 1 vốn 30 tỷ đồng.", "- ordinal -"),
    ("Năm 2019 có 2.020 doanh nghiệp.", "date -"),
    ("Doanh thu năm 2015: 2.015 tỷ đồng.", "date -"),
    ("Tăng 3 bậc so với năm 2018.", "- date"),
    ("Trung tâm 1 cửa tiếp nhận 500 hồ sơ.", "name -"),
    ("Tháng 5 có 12 vụ tai nạn.", "date -"),
    ("Trong tháng 3, 15 hộ được vay vốn.", "date -"),
    ("Ngày 15/9, 200 hộ dân được sơ tán.", "date -"),
    ("Năm 2021, 12 xã đạt chuẩn.", "date -"),
    ("Theo Nghị quyết 68, 1.200 lao động được hỗ trợ.", "legal -"),
    ("Điều 5, 10 doanh nghiệp được hỗ trợ.", "legal -"),
    ("Bão số 5, 12 người chết.", "name -"),
    ("Đến nay, Quận 7 có 15 dự án.", "name -"),
    ("Ghi nhận 19 ca Covid-19.", "- name"),
    ("Có 1.950 giáo viên; năm 1995 có 950 giáo viên.", "- date -"),
    ("Sản lượng 2016: 2016 tấn.", "date -"),
    ("Đợt 1 cấp 30 tấn gạo, đợt 2 cấp 25 tấn.", "ordinal - ordinal -"),
    ("Loại 1 chiếm 30%, loại 2 chiếm 70%.", "ordinal - ordinal -"),
    ("Trong tháng 11 và 11 tháng qua, giá ổn định.", "date period"),
    ("» Bắt đối tượng trộm 2 xe máy (03/10)", "furniture date"),
    ("Bình quân 1 ngày xảy ra 47 vụ.", "period -"),
    ("Giá vàng 99,99 tăng lên 3,64 triệu đồng/chỉ.", "name -"),
    ("Cầu Bến Thủy 2 dài 996 m.", "name -"),
    ("Xả lũ 350 m3/s về hạ du.", "- name"),
    ("Tiền gửi kỳ hạn dưới 12 tháng tăng 5%.", "name -"),
    ("Cập nhật lúc: 14:30:05 12/05/2021 (GMT+7)", "date date date date furniture"),
    ("Thứ Ba, 12/05/2020, 09:15 (GMT+7)", "date date date furniture"),
    ("Thửa đất số 123, tờ bản đồ số 45.", "name ordinal"),
    ("Số 7, đường Lê Lợi, phường 1", "ordinal name"),
    ("Mật độ điện thoại 112 thuê bao/100 dân.", "- name"),
    ("Giá gas tăng 18.000 đồng/bình 12 kg; trứng 28.000 đồng/chục 12 quả.", "- name - name"),
    ("Đạt 9,5 bác sĩ/10.000 dân và 28 giường bệnh trên 1 vạn dân.", "- name - name"),
    ("Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 110 triệu đồng.", "name -"),
    ("Bình quân 5 năm tăng 6,5%/năm; bình quân 2,5 năm bằng 4,7% GDP.", "period - period -"),
    ("Dịch tai xanh chưa qua 21 ngày còn ở 3 tỉnh.", "period -"),
    ("Từ 2/9 xã năm 2015 lên 7/9 xã năm 2020.", "- date - date"),
    ("Nâng tổng số vốn 8 tháng lên 88,3 nghìn tỷ đồng.", "period -"),
    ("Kế hoạch giai đoạn 5 năm 2016 - 2020; giai đoạn 1 năm 2015.", "period date date ordinal date"),
    ("GRDP tăng 8,7% (Nghị quyết 10 - 11%/năm).", "- - -"),
    ("3 nhà máy (Sông Bung 2, Đắk Mi 4) phát 350 triệu kWh.", "- name name -"),
    ("Nhà máy nhiệt điện Duyên Hải 1 và Duyên Hải 3 phát 30 triệu kWh.", "name name -"),
    ("Chuyên đề 5, 7 và 12 trường hợp.", "ordinal ordinal -"),
    ("Trong 2 ngày 15 và 16/8 thu 300 triệu đồng.", "period date date -"),
    ("Doanh nghiệp 100% vốn nước ngoài nộp 35 tỷ đồng.", "name -"),
    ("Từ 29 đến mùng 5 Tết tiếp nhận 1.126 ca.", "date date -"),
    ("Tuần giao dịch 6/7-10/7 có 3 phiên tăng.", "date date -"),
]


@pytest.mark.parametrize("text", DATES)
def test_days_years_and_hours_are_dates(text: str) -> None:
    assert set(kinds_in(text)) == {LedgerKind.DATE}


@pytest.mark.parametrize("text", PERIODS)
def test_spans_that_say_when_are_periods(text: str) -> None:
    assert set(kinds_in(text)) == {LedgerKind.PERIOD}


@pytest.mark.parametrize("text", LEGAL_NUMBERS)
def test_numbers_of_documents_and_their_parts_are_legal(text: str) -> None:
    assert set(kinds_in(text)) == {LedgerKind.LEGAL}


@pytest.mark.parametrize("text", ORDINALS)
def test_places_in_an_order_are_ordinals(text: str) -> None:
    assert set(kinds_in(text)) == {LedgerKind.ORDINAL}


@pytest.mark.parametrize("text", NAMES)
def test_numbers_in_names_are_names(text: str) -> None:
    assert set(kinds_in(text)) == {LedgerKind.NAME}


@pytest.mark.parametrize("text", FURNITURE)
def test_what_the_page_adds_is_furniture(text: str) -> None:
    assert set(kinds_in(text)) == {LedgerKind.FURNITURE}


@pytest.mark.parametrize("text", AMOUNTS)
def test_amounts_are_not_set_aside(text: str) -> None:
    assert set(kinds_in(text)) == {AMOUNT}


@pytest.mark.parametrize(("text", "kinds"), MIXED)
def test_each_number_of_a_sentence_is_judged_by_its_own_words(text: str, kinds: str) -> None:
    assert kinds_in(text) == kinds.split()


@pytest.mark.parametrize(
    "piece",
    [
        "1.",
        "1/",
        "1-",
        "1, ",
        "1 ",
        "(1",
        "1h",
        "a1.",
        "a@b.c1 ",
        "số ",
        "số 5 ",
        "ngày 1, 2, ",
        "A 1 ",
        "điện thoại 0 ",
        "7",
        " ",
        "12/5 ",
        "mức độ 1, 2, 3 giấy ",
        "điều 1, 2 và 3; ",
        "nghị quyết số 84/a/a",
        "ngày" + " " * 200 + "5",
        '"1 a, ',
        "cỡ 1, 2 và ",
        "Ngày Aa bb 1/2 ",
        "A 1, B 2, ",
        "(A 1, B 2 và ",
        "trung bình từ 1 đến 2 năm ",
        "tầng hầm a b 1 tuổi ",
        "xe a b c 1 chỗ, ",
        "lúa om 5451 ",
        "1kv, 1/1 - ",
    ],
)
def test_asides_of_a_long_passage_of_one_piece_stand_apart(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    asides = asides_of(passage_of(text, 0, len(text)))
    assert all(one.end <= next_one.start for one, next_one in pairwise(asides))


def test_asides_of_a_passage_are_the_same_however_long_it_is() -> None:
    sentence = "Ngày 15/9/2020, theo Nghị quyết 84/NQ-CP, tỉnh có 12 xã đạt mức độ 3. "
    kinds = kinds_in(sentence)
    assert kinds_in(sentence * 500) == kinds * 500


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Họp ngày 05/04/2021 tại hội trường.", ["date"]),
        ("Từ ngày 12 đến ngày 15 tháng 3 năm 2022.", ["date", "date", "date", "date"]),
        ("Kế hoạch giai đoạn 2021-2025 được duyệt.", ["date", "date"]),
        ("Trong 6 tháng đầu năm, tình hình ổn định.", ["period"]),
        ("Theo Nghị quyết số 84/NQ-CP của Chính phủ.", ["legal"]),
        ("Theo Điều 5, khoản 2 Luật Đất đai.", ["legal", "legal"]),
        ("Kỳ họp thứ 11 đã bế mạc.", ["ordinal"]),
        ("Dịch vụ công mức độ 3 và 4 được mở rộng.", ["ordinal", "ordinal"]),
        ("Phòng, chống dịch Covid-19 và cúm A(H5N1).", ["name", "name", "name"]),
        ("Nút giao trên quốc lộ 38 đã thông xe.", ["name"]),
        ("Số lượt xem: 1.204", ["furniture"]),
        ("Điện thoại: 0222.3822.111", ["furniture"]),
        ("Tiêm cho trẻ từ 5 đến 11 tuổi.", ["name", "name"]),
    ],
)
def test_number_that_is_no_figure_is_set_aside_for_its_reason(
    extraction_of: Extracting, text: str, kinds: list[str]
) -> None:
    found = extraction_of(text)
    assert [entry.kind for entry in found.ledger] == kinds
    assert not found.figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sở đã cấp 12 giấy phép cho doanh nghiệp.", "12"),
        ("Công suất đạt trung bình 15 năm.", "15"),
        ("Trong tổng số 63 chủ đầu tư đã báo cáo.", "63"),
        ("Xã đã xử lý dứt điểm 7 điểm ngập.", "7"),
        ("Công an khóa 61.300 thuê bao đăng ký sai.", "61300"),
    ],
)
def test_figure_beside_a_word_of_order_stays_a_figure(
    extraction_of: Extracting, text: str, value: str
) -> None:
    assert [str(figure.reading.value) for figure in extraction_of(text).figures] == [value]


def test_list_of_ordinals_ends_where_a_counted_thing_begins(extraction_of: Extracting) -> None:
    found = extraction_of("Mạng lưới gồm bưu cục cấp 1, 10 bưu cục cấp 2.")
    assert [entry.kind for entry in found.ledger] == [
        LedgerKind.ORDINAL,
        LedgerKind.FIGURE,
        LedgerKind.ORDINAL,
    ]


def test_amount_glued_to_a_name_by_a_missing_space_is_a_figure(extraction_of: Extracting) -> None:
    found = extraction_of(
        "Diện tích gieo cấy ở Tân Lập116ha, Yên Bình 204 ha; Phòng PA05 và xe B52 không tính."
    )
    assert [str(figure.reading.value) for figure in found.figures] == ["116", "204"]
