"""The directory of organs, *danh bạ cơ quan*: which organ a name means at a date, what followed it, who belongs to a
class. Knowledge stands in `data/` and in a site's own file; nothing of it in code."""

from vanban.directory.concern import Enquiry, ask
from vanban.directory.names import Directory, Found, Resolution, Setting, load_directory

__all__ = ["Directory", "Enquiry", "Found", "Resolution", "Setting", "ask", "load_directory"]
