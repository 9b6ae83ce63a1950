from vanban.model.document import Document
def find_duties(document: Document) -> Document:
    return document
