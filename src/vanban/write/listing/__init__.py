"""A ruled list as a file, *bảng, danh mục, sổ*: xlsx, docx, csv, Markdown, HTML, plain text."""
