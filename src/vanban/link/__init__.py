from vanban.model.document import Document
def link_documents(documents): return documents, []
def link_duties(documents): return documents
