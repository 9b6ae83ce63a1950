"""What the command line says, in Vietnamese and English; nothing but words."""

from __future__ import annotations

from vanban.cli.draft_words import DRAFT_WORDS

LANGUAGES = ("vi", "en")

_WORDS: dict[str, tuple[str, str]] = {
    "about": (
        "Đọc văn bản hành chính: các yếu tố thể thức, nhiệm vụ được giao kèm căn cứ, ai chỉ đạo ai, và dự thảo văn bản "
        "tiếp theo.\n\nTỆP là đường dẫn, thư mục (đọc hết bên trong) hoặc “-” (đầu vào chuẩn). Kết quả ra đầu ra "
        "chuẩn, mọi thông báo ra đầu ra lỗi. Mã kết thúc: 0 xong cả; 1 có tệp không đọc được; 2 dùng sai; 3 với "
        "--strict khi văn bản có điểm nghi vấn.",
        "Reads Vietnamese official correspondence: fields, delegated duties with their evidence, who instructs whom, "
        "and follow-up drafts.\n\nFILE is a path, a folder (read through) or “-” (standard input). Results go to "
        "standard output, messages to standard error. Exit status: 0 all done; 1 some file could not be read; 2 wrong "
        "use; 3 with --strict when a document has problems.",
    ),
    "parse": (
        "Đọc văn bản và cho biết các yếu tố thể thức, văn bản viện dẫn, nhiệm vụ được giao, kèm vị trí làm căn cứ.",
        "Read documents: fields, references and duties with their evidence.",
    ),
    "track": (
        "Lập danh mục theo dõi nhiệm vụ của hồ sơ, hoặc của một cơ quan (--for).",
        "Draw up the tracking list of all duties, or of those that concern one organ (--for).",
    ),
    "register": (
        "Lập sổ đăng ký văn bản đến, văn bản đi hoặc sổ theo dõi giải quyết (NĐ 30/2020/NĐ-CP, Phụ lục IV) từ các văn "
        "bản, mỗi văn bản một dòng. Điều văn bản không ghi thì để trống: ngày đến, số đến lấy từ dấu “ĐẾN”, gói "
        "edXML hoặc --received.",
        "Draw up a register of documents that came, that went out, or that are to be answered (Decree 30/2020, "
        "Appendix IV), a row a document. What no document tells stays empty: day and number of arrival come from "
        "the stamp, the edXML package or --received.",
    ),
    "graph": (
        "Vẽ sơ đồ ai chỉ đạo ai; với --from, --to thì cho các chuỗi chỉ đạo giữa hai cơ quan, kèm văn bản và câu làm "
        "căn cứ.",
        "Show who instructs whom; with --from, --to the chains between two organs, each edge with its document and "
        "sentence.",
    ),
    "draft": (
        "Soạn dự thảo văn bản tiếp theo (.docx); chỗ nào hồ sơ không cho biết thì ghi [CẦN BỔ SUNG: …].",
        "Write a follow-up draft (.docx); what cannot be known stands as [CẦN BỔ SUNG: …].",
    ),
    "crosscheck": (
        "Đối chiếu các văn bản của một hồ sơ: nhiệm vụ cấp trên giao mà cấp dưới không giao lại, thời hạn muộn hơn "
        "cấp trên, thời hạn trước ngày văn bản hoặc vào ngày nghỉ, đơn vị được giao mà không có tên nơi nhận, hai đơn "
        "vị cùng chủ trì, căn cứ ban hành sau, ký thay sai chức vụ, bảng và lời văn khác nhau. Mỗi điểm kèm các câu "
        "làm căn cứ.",
        "Hold the documents of a dossier against one another: duties that nobody passed on, deadlines later than the "
        "upper document's, before the document's own day or on a day off, assignees that are not among the "
        "recipients, two leads, grounds of a later day, a deputy over the chief's title, table and prose that differ. "
        "Each finding with its sentences.",
    ),
    "check": (
        "Kiểm tra thể thức: khổ giấy, lề, phông và cỡ chữ, các yếu tố phần đầu, số, ký hiệu, ngày, Kính gửi, Nơi nhận, "
        "quyền hạn người ký, dấu “./.”, số trang, phụ lục, viện dẫn, viết hoa, chỗ chưa điền; theo Nghị định "
        "30/2020/NĐ-CP, hướng dẫn của Đảng, quy định về văn bản quy phạm pháp luật. Mỗi điểm có mã, vị trí, điều "
        "khoản. Tệp không phải .docx thì chỉ kiểm tra chữ.",
        "Check the form of papers: paper, margins, fonts and sizes, the heading, number, date, addressees, "
        "recipients, signature, page numbers, appendices, citations, capitals, open places; against NĐ 30/2020, the "
        "Party's guide, the rules for normative documents. Each finding with code, place and article. Of files that "
        "are no .docx the text alone is checked.",
    ),
    "judge": (
        "Xem, kiểm tra và ghi thêm các xác nhận của người xử lý về một hồ sơ: viện dẫn này là văn bản kia, tên này là "
        "cơ quan kia, hai tên hay hai văn bản này không phải là một, nhiệm vụ này giao lại nhiệm vụ kia, điểm này đã "
        "xem xét. Không nêu tùy chọn nào thì liệt kê các xác nhận và những chỗ còn chờ xác nhận (docs/judgements.md).",
        "List, check and add what people decided about a dossier: this citation is that document, this name is that "
        "organ, these two are not the same, this duty hands that one on, this finding is settled. Without options it "
        "lists the decisions and what waits for one (docs/judgements.md).",
    ),
    "show": (
        "Cho xem kết quả của một bước: text (chữ như đã đọc), clean (chữ đã chuẩn hóa), outline (bố cục), fields (các "
        "yếu tố), links (viện dẫn), duties (nhiệm vụ).",
        "Show what one stage gives: text, clean, outline, fields, links or duties.",
    ),
    "eval": (
        "Đo xem vanban đọc đúng đến đâu trên văn bản đã gán nhãn (docs/labels.md): độ chính xác, độ đầy đủ, F1 từng "
        "yếu tố, theo định dạng và loại văn bản. NHÃN là tệp .jsonl (mỗi dòng một tệp) hoặc thư mục chứa "
        "*.expect.json; TỆP là thư mục chứa các tệp đó.",
        "Measure how much of labelled documents is read right (docs/labels.md): precision, recall and F1 of each "
        "field, by format and type. LABELS is a .jsonl file (a file a line) or a folder with *.expect.json; FILES is "
        "the folder that holds them.",
    ),
    "parse_short": ("Đọc văn bản: yếu tố thể thức, viện dẫn, nhiệm vụ.", "Read fields, references and duties."),
    "track_short": ("Lập danh mục theo dõi nhiệm vụ.", "Draw up the tracking list."),
    "register_short": ("Lập sổ đăng ký, sổ theo dõi văn bản.", "Draw up registers of documents."),
    "graph_short": ("Vẽ sơ đồ ai chỉ đạo ai.", "Show who instructs whom."),
    "draft_short": ("Soạn dự thảo văn bản tiếp theo.", "Write a follow-up draft."),
    "crosscheck_short": ("Tìm điểm chưa thống nhất trong hồ sơ.", "Find what does not agree in a dossier."),
    "check_short": ("Kiểm tra thể thức văn bản.", "Check the form of papers."),
    "judge_short": ("Xác nhận của người xử lý.", "What people decided."),
    "show_short": ("Cho xem kết quả của một bước.", "Show what one stage gives."),
    "eval_short": ("Đo độ chính xác trên văn bản đã gán nhãn.", "Measure accuracy on labelled documents."),
    "m_command": ("LỆNH […]", "COMMAND […]"),
    "m_file": ("TỆP", "FILE"),
    "m_organ": ("CƠ_QUAN", "ORGAN"),
    "m_day": ("NGÀY", "DAY"),
    "m_number": ("SỐ", "NUMBER"),
    "m_password": ("MẬT_KHẨU", "PASSWORD"),
    "m_seconds": ("GIÂY", "SECONDS"),
    "m_address": ("ĐỊA_CHỈ", "ADDRESS"),
    "m_kind": ("LOẠI", "KIND"),
    "m_stage": ("BƯỚC", "STAGE"),
    "m_labels": ("NHÃN", "LABELS"),
    "m_field": ("YẾU_TỐ", "FIELD"),
    "m_citation": ("VIỆN_DẪN", "CITATION"),
    "m_duty": ("NHIỆM_VỤ", "DUTY"),
    "m_finding": ("ĐIỂM", "FINDING"),
    "m_document": ("VĂN_BẢN", "DOCUMENT"),
    "m_id": ("MÃ", "ID"),
    "m_person": ("NGƯỜI", "PERSON"),
    "m_text": ("LỜI", "TEXT"),
    "m_set": ("MỤC=GIÁ_TRỊ", "KEY=VALUE"),
    "usage": ("Cách dùng: ", "Usage: "),
    "options": ("Tùy chọn", "Options"),
    "commands": ("Các lệnh", "Commands"),
    "examples": ("Ví dụ:", "Examples:"),
    "help": ("Xem hướng dẫn này.", "Show this help."),
    "version": ("Xem phiên bản.", "Show the version."),
    "lang": ("Ngôn ngữ của thông báo.", "Language of messages."),
    "format": (
        "Định dạng kết quả; bỏ qua thì theo đuôi của -o.",
        "Format of the result; by default that of -o's suffix.",
    ),
    "output": ("Ghi kết quả vào tệp này thay vì ra đầu ra chuẩn.", "Write to this file instead of standard output."),
    "directory": (
        "Danh bạ cơ quan của đơn vị (YAML hoặc CSV, docs/directory.md), thêm vào danh bạ có sẵn.",
        "The site's own directory of organs (YAML or CSV, docs/directory.md), added to the built-in one.",
    ),
    "judgements": (
        "Tệp xác nhận của người xử lý (docs/judgements.md); bỏ qua thì lấy xac-nhan.jsonl trong thư mục hồ sơ, nếu có.",
        "File of what people decided (docs/judgements.md); by default xac-nhan.jsonl in the dossier's folder.",
    ),
    "judge_citation": ("Viện dẫn cần xác nhận: số, ký hiệu hoặc cả cụm như in.", "A citation: code, or as printed."),
    "judge_organ": ("Tên cơ quan cần xác nhận, như in.", "A name of an organ, as printed."),
    "judge_duty": ("Mã nhiệm vụ cần xác nhận (nv-…).", "The id of a duty (nv-…)."),
    "judge_finding": (
        "Mã điểm chưa thống nhất đã xem xét (pt-…), không nêu lại nữa.",
        "The id of a finding that is settled (pt-…).",
    ),
    "judge_in": (
        "Văn bản có viện dẫn hoặc tên ấy (mã hoặc số, ký hiệu).",
        "The document in which it stands (id or code).",
    ),
    "judge_is": (
        "Là: mã văn bản, mã cơ quan trong danh bạ, hoặc mã nhiệm vụ được giao lại.",
        "Is: the id of a document, of an organ, or of the duty that is handed on.",
    ),
    "judge_is_not": ("Không phải là: như trên, hoặc một tên cơ quan khác.", "Is not: the same, or another name."),
    "judge_by": ("Người xác nhận.", "Who decides."),
    "judge_note": ("Lý do.", "Why."),
    "judge_what": (
        "hãy nêu đúng một trong --citation, --organ, --duty, --finding.",
        "give exactly one of --citation, --organ, --duty, --finding.",
    ),
    "judge_where": (
        "chưa biết ghi xác nhận vào tệp nào; hãy nêu --judgements {name}.",
        "no file to write to; give --judgements {name}.",
    ),
    "judge_wrong": (
        "không ghi xác nhận này: {fault}; hãy xem lại các mã bằng “vanban show”, “vanban graph”.",
        "not written: {fault}; look the ids up with “vanban show”, “vanban graph”.",
    ),
    "judge_citing": (
        "có {count} văn bản viện dẫn “{name}” ({documents}); hãy nêu một văn bản bằng --in.",
        "{count} documents cite “{name}” ({documents}); name one with --in.",
    ),
    "judge_given": ("Các xác nhận: {count}", "Decisions: {count}"),
    "judge_open": ("Chờ xác nhận: {count}", "Waiting for a decision: {count}"),
    "judged": ("Áp dụng {count} xác nhận từ {name}.", "{count} decisions from {name} are applied."),
    "strict_judgements": (
        "Kết thúc với mã 3 khi có xác nhận không còn khớp với hồ sơ.",
        "Exit with 3 when a decision does not fit the dossier.",
    ),
    "strict": ("Kết thúc với mã 3 khi có văn bản còn điểm nghi vấn.", "Exit with 3 when a document has problems."),
    "allow_secret": (
        "Xử lý cả văn bản có dấu chỉ độ mật; chỉ dùng trên máy tính được phép.",
        "Also read documents with a mark of secrecy; only on a computer where that is permitted.",
    ),
    "for": ("Chỉ lấy nhiệm vụ liên quan đến cơ quan này.", "Only duties that concern this organ."),
    "for_draft": ("Cơ quan soạn dự thảo.", "The organ that writes the draft."),
    "as_of": (
        "Ngày tính trạng thái, mặc định hôm nay (2021-11-01 hoặc 01/11/2021).",
        "Day of the status, default today.",
    ),
    "received": (
        "Ngày nhận văn bản, cho thời hạn tính từ ngày nhận.",
        "Day of receipt, for deadlines that count from it.",
    ),
    "form": (
        "Mẫu danh mục: day-du (12 cột), rut-gon (6 cột), phan-cong (bảng phân công), bao-cao (báo cáo thực hiện nhiệm "
        "vụ, 25 cột), so-theo-doi (7 cột, NĐ 30/2020 Phụ lục IV).",
        "Form of the list: day-du (12 columns), rut-gon (6), phan-cong (assignment table), bao-cao (an office's export "
        "of 25), so-theo-doi (7, NĐ 30/2020 Phụ lục IV).",
    ),
    "apart": (
        "{name} là thư mục hoặc tệp zip, chỉ dùng cho lịch của từng cơ quan; hãy dùng --format ics và bỏ --for, hoặc "
        "nêu tên tệp khác ở -o.",
        "{name} is a folder or a zip, which holds the calendars of all organs; use --format ics without --for, or "
        "name another file with -o.",
    ),
    "register_kind": (
        "Sổ: den (văn bản đến), di (văn bản đi), theo-doi (theo dõi giải quyết văn bản đến).",
        "Register: den (incoming), di (outgoing), theo-doi (incoming documents to be answered).",
    ),
    "register_for": (
        "Cơ quan lập sổ: sổ đi chỉ có văn bản của cơ quan này, các sổ kia không có.",
        "The organ that keeps it: outgoing takes its documents alone, the others leave them out.",
    ),
    "register_received": (
        "Ngày đến của văn bản không có dấu “ĐẾN”.",
        "Day of arrival of documents without a stamp.",
    ),
    "view": ("Phần của sơ đồ cần lấy.", "Part of the graph."),
    "from": ("Cơ quan ở đầu chuỗi chỉ đạo.", "Organ at the beginning of the chains."),
    "to": ("Cơ quan ở cuối chuỗi chỉ đạo.", "Organ at the end of the chains."),
    "ask": (
        "acts: ai phải làm cuối cùng, qua những văn bản nào; waits: ai còn chờ báo cáo của ai, văn bản nào còn thiếu.",
        "acts: who ultimately has to act, and through which documents; waits: who waits for whose report, which "
        "documents are missing.",
    ),
    "ask_what": (
        "--ask không dùng cùng --from, --to, và chỉ có --format text hoặc json; hãy bỏ bớt tùy chọn.",
        "--ask goes without --from and --to, and with --format text or json alone; drop the other options.",
    ),
    "waits_report": ("{who} chờ {awaited} báo cáo: {what}", "{who} waits for the report of {awaited}: {what}"),
    "waits_document": (
        "Còn thiếu {what} (cơ quan ban hành: {awaited}), được viện dẫn tại: {who}",
        "Missing: {what} (issuer: {awaited}), cited in: {who}",
    ),
    "nothing_asked": ("Không có.", "Nothing."),
    "limit": ("Số chuỗi nhiều nhất.", "Largest number of chains."),
    "list": ("Liệt kê các loại dự thảo.", "List the kinds of drafts."),
    "set": ("Điền một mục của dự thảo; dùng được nhiều lần.", "Fill one item of the draft; can be repeated."),
    "against": (
        "So với kết quả đo trước (do --format json ghi ra): được thêm gì, mất gì.",
        "Gains and losses against an earlier result (written by --format json).",
    ),
    "show_field": (
        "Liệt kê những chỗ chưa đúng của một yếu tố (hoặc “all”); dùng được nhiều lần.",
        "List what is not right of a field (or “all”); can be repeated.",
    ),
    "scans": (
        "Chỉ đo bản quét, hoặc bỏ bản quét ra; mặc định đo cả.",
        "Scans alone, or without scans; by default both.",
    ),
    "jobs": (
        "Số tiến trình cùng đọc tệp; mặc định theo số bộ xử lý và số tệp, 1 là không tách tiến trình.",
        "Processes that read files side by side; by default as processors and files allow, 1 for none apart.",
    ),
    "timeout": (
        "Số giây nhiều nhất cho một tệp, mặc định 900; quá thì dừng tệp ấy và đọc tiếp các tệp khác.",
        "Most seconds for one file, 900 by default; a file that takes longer is ended, the others are read.",
    ),
    "dask": (
        "Đọc trên cụm máy Dask có địa chỉ này, như tcp://may-chu:8786 (cần pip install 'vanban[cluster]').",
        "Read on the Dask cluster with this address, like tcp://host:8786 (needs pip install 'vanban[cluster]').",
    ),
    "password": (
        "Mật khẩu của các tệp có mật khẩu; “-” để hỏi, hoặc đặt trong biến môi trường VANBAN_PASSWORD để người khác "
        "trên máy không thấy.",
        "Password of files that are under one; “-” asks for it, or put it into the environment variable "
        "VANBAN_PASSWORD, where others on the machine do not see it.",
    ),
    "ask_password": ("Mật khẩu", "Password"),
    "no_prompt": (
        "--password - cần màn hình để hỏi; hãy đặt mật khẩu trong biến môi trường VANBAN_PASSWORD.",
        "--password - needs a terminal to ask on; put the password into the environment variable VANBAN_PASSWORD.",
    ),
    "resume": (
        "Làm tiếp lần chạy bị dừng giữa chừng (với -o TỆP.jsonl): tệp đã đọc xong thì không đọc lại.",
        "Continue a run that was stopped (with -o FILE.jsonl): files that are done are not read again.",
    ),
    "resume_what": (
        "--resume chỉ dùng khi ghi jsonl ra tệp; hãy thêm --format jsonl -o TỆP.jsonl.",
        "--resume goes with jsonl written to a file; add --format jsonl -o FILE.jsonl.",
    ),
    "unfinished": (
        "{name}: còn phần đã đọc của lần chạy bị dừng; hãy thêm --resume để làm tiếp, hoặc xóa tệp này để đọc lại từ "
        "đầu.",
        "{name}: holds what a stopped run has read; add --resume to go on, or remove this file to begin anew.",
    ),
    "useless": (
        "{name}: chưa có kết quả nào, hoặc do phiên bản khác của vanban hay với danh bạ khác ghi; đọc lại từ đầu.",
        "{name}: holds no result yet, or is of another version or another directory; reading begins anew.",
    ),
    "other_run": (
        "{name}: một lần chạy khác đang ghi; hãy chờ nó xong, hoặc chọn nơi ghi khác bằng -o.",
        "{name}: another run is writing it; wait for its end, or choose another place with -o.",
    ),
    "kept": (
        "Phần đã đọc còn ở {name}; hãy chạy lại lệnh với --resume để làm tiếp.",
        "What was read is kept in {name}; run the command again with --resume to go on.",
    ),
    "absent": (
        "{count} tệp có nhãn mà không thấy trong {name} ({files}); hãy bổ sung tệp hoặc bỏ nhãn.",
        "{count} labelled files are not in {name} ({files}); add them or drop their labels.",
    ),
    "no_measure": (
        "không có tệp nào để đo; hãy kiểm tra lại đường dẫn và lựa chọn --scans, --no-scans.",
        "no file to measure; check the path and --scans, --no-scans.",
    ),
    "error": ("Lỗi: ", "Error: "),
    "unexpected": (
        "{name}: lỗi bất ngờ của chương trình ({error}); hãy chạy lại với biến môi trường VANBAN_DEBUG=1 và gửi "
        "kết quả cho người bảo trì.",
        "{name}: unexpected error ({error}); run again with VANBAN_DEBUG=1 and send what it prints to the maintainers.",
    ),
    "empty_folder": (
        "{name}: thư mục không có văn bản nào đọc được ({suffixes}); hãy kiểm tra lại đường dẫn.",
        "{name}: the folder holds no document ({suffixes}); check the path.",
    ),
    "no_read": (
        "{name}: không mở được thư mục ({error}); hãy kiểm tra quyền đọc.",
        "{name}: the folder cannot be opened ({error}); check its permissions.",
    ),
    "no_write": (
        "{name}: không ghi được ({error}); hãy chọn nơi ghi khác bằng -o.",
        "{name}: cannot be written ({error}); choose another place with -o.",
    ),
    "over_input": (
        "{name}: vừa là tệp cần đọc vừa là tệp kết quả; hãy chọn tên khác cho -o.",
        "{name}: is both input and output; choose another name for -o.",
    ),
    "binary": (
        "định dạng {format} không hiện được trên màn hình; hãy ghi ra tệp bằng -o TÊN.{format}.",
        "format {format} cannot be shown on a terminal; write it to a file with -o NAME.{format}.",
    ),
    "bad_date": (
        "“{value}” không phải là ngày; hãy viết như 2021-11-01 hoặc 01/11/2021.",
        "“{value}” is no date; write it as 2021-11-01 or 01/11/2021.",
    ),
    "bad_set": (
        "“{value}” thiếu dấu bằng; hãy viết --set mục=giá-trị.",
        "“{value}” has no equals sign; write --set key=value.",
    ),
    "no_option": (
        "không có tùy chọn {name}; hãy xem “{command} --help”.",
        "no such option {name}; see “{command} --help”.",
    ),
    "no_command": ("không có lệnh này; hãy xem “vanban --help”.", "no such command; see “vanban --help”."),
    "lacks": ("còn thiếu {name}; hãy xem “{command} --help”.", "{name} is missing; see “{command} --help”."),
    "bad_choice": (
        "“{value}” không dùng được cho {name}; hãy chọn một trong: {choices}.",
        "“{value}” is not valid for {name}; choose one of: {choices}.",
    ),
    "bad_value": (
        "{name}: giá trị không hợp lệ ({error}); hãy xem “{command} --help”.",
        "{name}: {error}; see “{command} --help”.",
    ),
    "bad_use": (
        "dùng lệnh chưa đúng ({error}); hãy xem “{command} --help”.",
        "wrong use ({error}); see “{command} --help”.",
    ),
    "stopped": ("Đã dừng theo yêu cầu; không ghi tệp nào dở dang.", "Stopped; no half-written file is left."),
    "twice": ("{name}: trùng nội dung với tệp đã đọc, bỏ qua.", "{name}: same content as a file before, skipped."),
    "no_rows": (
        "Không có nhiệm vụ nào liên quan đến “{organ}” trong các văn bản này.",
        "No duty concerns “{organ}” in these documents.",
    ),
    "agrees": (
        "Không thấy điểm nào chưa thống nhất ({count} văn bản).",
        "Nothing was found that does not agree ({count} documents).",
    ),
    "strict_findings": ("Kết thúc với mã 3 khi có điểm chưa thống nhất.", "Exit with 3 when something was found."),
    "no_chain": ("Không tìm thấy chuỗi chỉ đạo nào.", "No chain was found."),
    "stdout": ("đầu ra chuẩn", "standard output"),
    "same_proof": ("căn cứ như trên", "same evidence as above"),
    "reading": ("Đang đọc", "Reading"),
}


def word(lang: str, key: str, **values: object) -> str:
    """The words under `key` in `lang`, with `values` filled in."""
    text = (_WORDS.get(key) or DRAFT_WORDS[key])[LANGUAGES.index(lang)]
    return text.format(**values) if values else text


def find_language(arguments: list[str]) -> str:
    """The language that the arguments ask for, wherever `--lang` stands; Vietnamese without it.

    >>> find_language(["parse", "a.txt", "--lang", "en"])
    'en'
    """
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in LANGUAGES:
            return str(value)
    return LANGUAGES[0]
