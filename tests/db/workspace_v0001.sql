BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE bookmarks (
	who TEXT NOT NULL, 
	report_id INTEGER NOT NULL, 
	figure_id INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_bookmarks PRIMARY KEY (who, report_id), 
	CONSTRAINT fk_bookmarks_report_id FOREIGN KEY(report_id) REFERENCES reports (id), 
	CONSTRAINT fk_bookmarks_figure_id FOREIGN KEY(figure_id) REFERENCES figures (id) ON DELETE SET NULL
);
INSERT INTO "bookmarks" VALUES('Lan',1,4,'2021-04-05 09:30:29.099743');
CREATE TABLE counts (
	id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	section_id INTEGER, 
	open INTEGER NOT NULL, 
	accepted INTEGER NOT NULL, 
	corrected INTEGER NOT NULL, 
	dismissed INTEGER NOT NULL, 
	doubtful INTEGER NOT NULL, 
	runs_open INTEGER NOT NULL, 
	CONSTRAINT pk_counts PRIMARY KEY (id), 
	CONSTRAINT fk_counts_report_id FOREIGN KEY(report_id) REFERENCES reports (id), 
	CONSTRAINT fk_counts_section_id FOREIGN KEY(section_id) REFERENCES sections (id)
);
INSERT INTO "counts" VALUES(1,1,NULL,0,0,0,0,0,0);
INSERT INTO "counts" VALUES(2,1,1,0,1,1,0,0,0);
INSERT INTO "counts" VALUES(3,1,2,0,0,0,0,0,0);
INSERT INTO "counts" VALUES(4,1,3,1,0,0,1,1,2);
INSERT INTO "counts" VALUES(5,1,4,1,1,0,0,0,1);
INSERT INTO "counts" VALUES(6,2,NULL,3,0,0,0,0,3);
CREATE TABLE figures (
	id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	section_id INTEGER, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	page INTEGER, 
	boxes TEXT NOT NULL, 
	sheet TEXT, 
	cell TEXT, 
	text TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	read_number TEXT NOT NULL, 
	read_high TEXT, 
	read_of TEXT, 
	read_unit TEXT NOT NULL, 
	read_kind TEXT NOT NULL, 
	read_base TEXT NOT NULL, 
	read_indicator TEXT NOT NULL, 
	read_qualifier TEXT NOT NULL, 
	read_period TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	verdict TEXT NOT NULL, 
	said_number TEXT, 
	said_high TEXT, 
	said_of TEXT, 
	said_unit TEXT, 
	said_kind TEXT, 
	said_base TEXT, 
	said_indicator TEXT, 
	said_qualifier TEXT, 
	said_period TEXT, 
	reason TEXT NOT NULL, 
	note TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	decided_at DATETIME, 
	revision INTEGER NOT NULL, 
	CONSTRAINT pk_figures PRIMARY KEY (id), 
	CONSTRAINT fk_figures_report_id FOREIGN KEY(report_id) REFERENCES reports (id), 
	CONSTRAINT fk_figures_section_id FOREIGN KEY(section_id) REFERENCES sections (id)
);
INSERT INTO "figures" VALUES(1,1,1,25,36,NULL,'',NULL,NULL,'6,3 tỷ đồng','machine','6.3',NULL,NULL,'tỷ đồng','level','','chỉ tiêu','','',0.9,'accepted',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','đã gọi điện hỏi lại','Lan','2021-04-05 09:30:29.066404',2);
INSERT INTO "figures" VALUES(2,1,1,43,49,NULL,'',NULL,NULL,'20-25%','machine','20','25',NULL,'%','change','','chỉ tiêu','','',0.9,'corrected','20.5','25.5',NULL,'%','change','same_period','chỉ tiêu','','','','','Lan','2021-04-05 09:30:29.074781',2);
INSERT INTO "figures" VALUES(3,1,3,111,117,NULL,'',NULL,NULL,'218 vụ','machine','218',NULL,NULL,'vụ','level','','chỉ tiêu','','',0.9,'doubtful',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','','Lan','2021-04-05 09:30:29.077923',2);
INSERT INTO "figures" VALUES(4,1,3,124,128,NULL,'',NULL,NULL,'5,2%','machine','5.2',NULL,NULL,'%','change','','chỉ tiêu','','',0.9,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','','',NULL,3);
INSERT INTO "figures" VALUES(5,1,3,150,155,NULL,'',NULL,NULL,'77/88','ledger','77',NULL,'88','','level','','','','',0.0,'dismissed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'other: mã số','','Lan','2021-04-05 09:30:29.086683',2);
INSERT INTO "figures" VALUES(6,1,4,168,184,NULL,'',NULL,NULL,'13.160 tài khoản','machine','13160',NULL,NULL,'tài khoản','level','','chỉ tiêu','','',0.9,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','','',NULL,1);
INSERT INTO "figures" VALUES(7,1,4,195,201,NULL,'',NULL,NULL,'hai vụ','clerk','2',NULL,NULL,'vụ','level','','số vụ','','',1.0,'accepted',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','','Lan','2021-04-05 09:30:29.094393',1);
INSERT INTO "figures" VALUES(8,2,NULL,4,9,2,'[[1.5,2,3,4]]',NULL,NULL,'35 vụ','machine','35',NULL,NULL,'vụ','level','','chỉ tiêu','','',0.45,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','','',NULL,1);
INSERT INTO "figures" VALUES(9,2,NULL,11,24,2,'[[1.5,2,3,4]]',NULL,NULL,'1.234 tỷ đồng','machine','1234',NULL,NULL,'tỷ đồng','level','','chỉ tiêu','','',0.45,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','','',NULL,1);
INSERT INTO "figures" VALUES(10,2,NULL,29,34,NULL,'',NULL,NULL,'77/88','ledger','77',NULL,'88','','level','','','','',0.0,'open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'','','',NULL,1);
CREATE TABLE ids (
	name TEXT NOT NULL, 
	next INTEGER NOT NULL, 
	CONSTRAINT pk_ids PRIMARY KEY (name)
);
INSERT INTO "ids" VALUES('figures',11);
INSERT INTO "ids" VALUES('sections',5);
CREATE TABLE ledger (
	report_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	figure_id INTEGER, 
	sheet TEXT, 
	cell TEXT, 
	CONSTRAINT pk_ledger PRIMARY KEY (report_id, start), 
	CONSTRAINT fk_ledger_report_id FOREIGN KEY(report_id) REFERENCES reports (id), 
	CONSTRAINT fk_ledger_figure_id FOREIGN KEY(figure_id) REFERENCES figures (id)
);
INSERT INTO "ledger" VALUES(1,25,28,'figure',1,NULL,NULL);
INSERT INTO "ledger" VALUES(1,43,45,'figure',2,NULL,NULL);
INSERT INTO "ledger" VALUES(1,46,48,'part',2,NULL,NULL);
INSERT INTO "ledger" VALUES(1,77,78,'ordinal',NULL,NULL,NULL);
INSERT INTO "ledger" VALUES(1,97,107,'date',NULL,NULL,NULL);
INSERT INTO "ledger" VALUES(1,111,114,'figure',3,NULL,NULL);
INSERT INTO "ledger" VALUES(1,124,127,'figure',4,NULL,NULL);
INSERT INTO "ledger" VALUES(1,150,155,'figure',5,NULL,NULL);
INSERT INTO "ledger" VALUES(1,157,158,'ordinal',NULL,NULL,NULL);
INSERT INTO "ledger" VALUES(1,168,174,'figure',6,NULL,NULL);
INSERT INTO "ledger" VALUES(2,4,6,'figure',8,NULL,NULL);
INSERT INTO "ledger" VALUES(2,11,16,'figure',9,NULL,NULL);
INSERT INTO "ledger" VALUES(2,29,34,'open',10,NULL,NULL);
CREATE TABLE log (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	action TEXT NOT NULL, 
	report_id INTEGER, 
	figure_id INTEGER, 
	section_id INTEGER, 
	place TEXT NOT NULL, 
	old TEXT NOT NULL, 
	new TEXT NOT NULL, 
	CONSTRAINT pk_log PRIMARY KEY (id), 
	CONSTRAINT fk_log_report_id FOREIGN KEY(report_id) REFERENCES reports (id)
);
INSERT INTO "log" VALUES(1,'2021-04-05 09:30:29.061632','Lan','import',1,NULL,NULL,'','{}','{"name":"bao-cao.txt","digest":"c91d50220f818119971a1cc340e9df9375182f1ffe32265819cc0d6a0d8e127e","figures":"5","ledger_open":"1"}');
INSERT INTO "log" VALUES(2,'2021-04-05 09:30:29.066404','Lan','accept',1,1,NULL,'25–36','{"verdict":"open","note":""}','{"verdict":"accepted","note":"đã gọi điện hỏi lại"}');
INSERT INTO "log" VALUES(3,'2021-04-05 09:30:29.074781','Lan','correct',1,2,NULL,'43–49','{"verdict":"open","value":"20..25","base":""}','{"verdict":"corrected","value":"20.5..25.5","base":"same_period"}');
INSERT INTO "log" VALUES(4,'2021-04-05 09:30:29.077923','Lan','doubt',1,3,NULL,'111–117','{"verdict":"open"}','{"verdict":"doubtful"}');
INSERT INTO "log" VALUES(5,'2021-04-05 09:30:29.080875','Lan','accept',1,4,NULL,'124–128','{"verdict":"open"}','{"verdict":"accepted"}');
INSERT INTO "log" VALUES(6,'2021-04-05 09:30:29.083364','Lan','undo_accept',1,4,NULL,'124–128','{"verdict":"accepted"}','{"verdict":"open"}');
INSERT INTO "log" VALUES(7,'2021-04-05 09:30:29.086683','Lan','dismiss',1,5,NULL,'150–155','{"verdict":"open","reason":""}','{"verdict":"dismissed","reason":"other: mã số"}');
INSERT INTO "log" VALUES(8,'2021-04-05 09:30:29.092200','Lan','tag',1,NULL,2,'II. Xã hội','{}','{"tag":"society"}');
INSERT INTO "log" VALUES(9,'2021-04-05 09:30:29.094393','Lan','add',1,7,NULL,'195–201','{}','{"verdict":"accepted","value":"2","unit":"vụ","kind":"level","indicator":"số vụ"}');
INSERT INTO "log" VALUES(10,'2021-04-05 09:30:29.122893','Hoa','import',2,NULL,NULL,'','{}','{"name":"phu-luc.txt","digest":"83ffee132b187be8a66ee760a5f69b33470fe2fc5c33caaf47f9c8a8dd0ca4ff","figures":"2","ledger_open":"1"}');
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('application','doichieu');
CREATE TABLE reports (
	id INTEGER NOT NULL, 
	digest TEXT, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	period TEXT NOT NULL, 
	format TEXT NOT NULL, 
	imported_at DATETIME NOT NULL, 
	imported_by TEXT NOT NULL, 
	CONSTRAINT pk_reports PRIMARY KEY (id), 
	CONSTRAINT uq_reports_digest UNIQUE (digest)
);
INSERT INTO "reports" VALUES(1,'c91d50220f818119971a1cc340e9df9375182f1ffe32265819cc0d6a0d8e127e','bao-cao.txt','Báo cáo','2021-Q1','txt','2021-04-05 09:30:29.049988','Lan');
INSERT INTO "reports" VALUES(2,'83ffee132b187be8a66ee760a5f69b33470fe2fc5c33caaf47f9c8a8dd0ca4ff','phu-luc.txt','','','txt','2021-04-05 09:30:29.108573','Hoa');
CREATE TABLE section_tags (
	section_id INTEGER NOT NULL, 
	tag TEXT NOT NULL, 
	CONSTRAINT pk_section_tags PRIMARY KEY (section_id, tag), 
	CONSTRAINT fk_section_tags_section_id FOREIGN KEY(section_id) REFERENCES sections (id)
);
INSERT INTO "section_tags" VALUES(2,'society');
CREATE TABLE sections (
	id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	parent_id INTEGER, 
	title TEXT NOT NULL, 
	level INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	CONSTRAINT pk_sections PRIMARY KEY (id), 
	CONSTRAINT fk_sections_report_id FOREIGN KEY(report_id) REFERENCES reports (id), 
	CONSTRAINT fk_sections_parent_id FOREIGN KEY(parent_id) REFERENCES sections (id)
);
INSERT INTO "sections" VALUES(1,1,NULL,'I. Kinh tế',1,0,66);
INSERT INTO "sections" VALUES(2,1,NULL,'II. Xã hội',1,66,203);
INSERT INTO "sections" VALUES(3,1,2,'1. An ninh',2,77,157);
INSERT INTO "sections" VALUES(4,1,2,'2. Y tế',2,157,203);
CREATE TABLE sources (
	report_id INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_sources PRIMARY KEY (report_id), 
	CONSTRAINT fk_sources_report_id FOREIGN KEY(report_id) REFERENCES reports (id)
);
INSERT INTO "sources" VALUES(1,X'492E204B696E682074E1BABF0A546875206E67C3A26E2073C3A1636820362C332074E1BBB720C491E1BB936E672C2074C4836E672032302D32352520736F2076E1BB9B692063C3B96E67206BE1BBB32E0A49492E2058C3A32068E1BB99690A312E20416E206E696E680AC490E1BABF6E206E67C3A0792030352F30342F323032312063C3B3203231382076E1BBA52C206769E1BAA36D20352C322520736F2076E1BB9B69207175C3BD207472C6B0E1BB9B633B206DC3A32037372F38382E0A322E20592074E1BABF0A43C3B32031332E3136302074C3A069206B686FE1BAA36E2C2074726F6E6720C491C3B3206861692076E1BBA52E0A');
INSERT INTO "sources" VALUES(2,X'4368692033352076E1BBA53B20312E3233342074E1BBB720C491E1BB936E673B206DC3A32037372F38382E');
CREATE TABLE texts (
	report_id INTEGER NOT NULL, 
	text BLOB NOT NULL, 
	layout BLOB NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY (report_id), 
	CONSTRAINT fk_texts_report_id FOREIGN KEY(report_id) REFERENCES reports (id)
);
INSERT INTO "texts" VALUES(1,X'789C4D8EB16EC2301445777FC55DD852C736042275AA3A455D3BB423CA105B88171542A5CEFD812226D485167547624060A10E8EF80FFF090FBA747CEFEA9E7B0A890747164D3CFC8A473B0355E19B300D5FA5453FE972E07768E7D12FA84AD0B4EF54C1A81B937530ADF11AFDA74319F6FC1D45BF95A228249EC21A36FAA5135AE28E40BC20DA0F9EA00B7FF50695A5AA971A653497B7303ABFA07E12542E1ED6636489F9C77F9985239AC969C357798B31E3078334CFA53012CF7FEEF78CD15DA9FB0A4D58398C6CCD2462E549CD72ED9C733B74D71929CEBED3647F',X'646F696368696575206C61796F757420310A789C8B564AC94F2ECD4DCD2B51D2512AA900924606C6B15CD14A4939F9C9D9C54A3AD14A05894589E9458905194AB13AD106400C520161E595E6E48099B15C00578416AD');
INSERT INTO "texts" VALUES(2,X'789C73CEC854303655287BB87BA9B582A19E91B18942C9C3DDDB158E4C7CB87B725EBAB542EEE1C50AE6E6FA16167A006F0910B0',X'646F696368696575206C61796F757420310A789C8B564AC94F2ECD4DCD2B51D2512AA90092C6A6B15CD14A4939F9C9D9C54A3AD14A05894589E9458905194AB13AD106400C540061E495E6E48099B15C0033BF1653');
CREATE INDEX ix_sections_report_id_start ON sections (report_id, start);
CREATE INDEX ix_figures_report_id_sheet_cell ON figures (report_id, sheet, cell);
CREATE INDEX ix_figures_reading_order ON figures (report_id, start, id, "end", verdict, section_id);
CREATE INDEX ix_ledger_figure_id ON ledger (figure_id);
CREATE INDEX ix_counts_report_id_section_id ON counts (report_id, section_id);
CREATE INDEX ix_log_report_id ON log (report_id);
CREATE INDEX ix_log_figure_id ON log (figure_id);
CREATE INDEX ix_bookmarks_figure_id ON bookmarks (figure_id);
CREATE TRIGGER log_not_updated BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER log_not_deleted BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER log_not_replaced BEFORE INSERT ON log WHEN NEW.id IN (SELECT id FROM log) BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;
CREATE TRIGGER figures_read_kept BEFORE UPDATE OF report_id, start, text, origin, confidence, read_number, read_high, read_of, read_unit, read_kind, read_base, read_indicator, read_qualifier, read_period ON figures BEGIN SELECT RAISE(ABORT, 'what the machine read is never overwritten'); END;
COMMIT;
