"""What the file says about itself: the same in the information dictionary and in the metadata stream, to the second.

The time is the document's. The metadata claim PDF/A-2a and PDF/UA-1 because the file is made to their rules; nobody
has certified it, and `app/reports/README.md` says what is checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]  # brings no types
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
)

from app.reports.typeset.canvas import TaggedCanvas, dictionary, text_string
from app.system.shipped import resource

PRODUCER = "Nachweis"
_PROFILE = "sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True)
class About:
    """Title, author, subject, language and time of one file."""

    title: str
    author: str
    subject: str
    language_tag: str
    created: datetime

    @property
    def iso(self) -> str:
        """The time as the metadata stream writes it."""
        return f"{self.created:%Y-%m-%dT%H:%M:%S}{self._offset(':')}"

    @property
    def pdf(self) -> str:
        """The same time as the information dictionary writes it."""
        offset = self._offset("'")
        return f"D:{self.created:%Y%m%d%H%M%S}{offset}" + ("'" if offset not in {"", "Z"} else "")

    def _offset(self, between: str) -> str:
        written = f"{self.created:%z}"
        if written in {"", "+0000"}:
            return "Z"
        return f"{written[:3]}{between}{written[3:5]}"


class _Information(PDFDictionary):  # type: ignore[misc]  # ReportLab brings no types
    """The information dictionary with exactly the entries that the metadata repeat; ReportLab's adds more."""

    invariant = True

    def __init__(self, about: About) -> None:
        self.about = about
        super().__init__(
            {
                "Title": text_string(about.title),
                "Author": text_string(about.author),
                "Subject": text_string(about.subject),
                "Producer": text_string(PRODUCER),
                "Creator": text_string(PRODUCER),
                "CreationDate": text_string(about.pdf),
                "ModDate": text_string(about.pdf),
            }
        )

    def digest(self, signature: object) -> None:
        """Let the file's identity depend on what it says about itself."""
        for words in (self.about.title, self.about.author, self.about.subject, self.about.pdf):
            signature.update(words.encode())  # type: ignore[attr-defined]  # a hashlib object


def write_metadata(canvas: TaggedCanvas, about: About) -> None:
    """Add information, metadata, output intent and viewer settings to the PDF."""
    document = canvas._doc  # noqa: SLF001 - ReportLab gives no public access to its objects
    document.info = _Information(about)
    catalogue = document.Catalog
    catalogue.Metadata = _stream(_packet(about), Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    catalogue.OutputIntents = PDFArray([_intent(document)])
    catalogue.__NoDefault__ = [*type(catalogue).__NoDefault__, "OutputIntents"]
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _intent(document: object) -> PDFDictionary:
    profile = _stream(resource("paper", "srgb.icc").read_bytes().decode("latin-1"), N=3)
    return dictionary(
        Type=PDFName("OutputIntent"),
        S=PDFName("GTS_PDFA1"),
        OutputConditionIdentifier=text_string(_PROFILE),
        RegistryName=text_string("http://www.color.org"),
        Info=text_string(_PROFILE),
        DestOutputProfile=document.Reference(profile, "sRGB"),  # type: ignore[attr-defined]  # a PDFDocument
    )


def _stream(content: str, **entries: object) -> PDFStream:
    return PDFStream(dictionary=dictionary(**entries), content=content.encode("latin-1"))


def _packet(about: About) -> str:
    """Return the metadata stream; characters are written as bytes of UTF-8."""
    marker = "\ufeff"
    text = f"""<?xpacket begin="{marker}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{_description(about)}
{_SCHEMA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
    return text.encode("utf-8").decode("latin-1")


def _description(about: About) -> str:
    title, author, subject = (escape(words) for words in (about.title, about.author, about.subject))
    return f"""<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{about.language_tag}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{about.iso}</xmp:CreateDate>
<xmp:ModifyDate>{about.iso}</xmp:ModifyDate>
<xmp:MetadataDate>{about.iso}</xmp:MetadataDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>"""


_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
