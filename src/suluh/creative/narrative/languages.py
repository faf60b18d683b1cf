"""The words that the rules of narrative help turn on, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass

Pattern = re.Pattern[str]


@dataclass(frozen=True, kw_only=True)
class Words:
    """One language's cues. Each pattern is used with ``match``, ``search`` or ``fullmatch`` as its name suggests."""

    verb: Pattern
    not_a_verb: frozenset[str]
    function_words: frozenset[str]
    opening: Pattern  # what may be left off at a sentence's beginning without changing what it says
    filler: Pattern  # what may be left out in the middle: "pada kesempatan ini"
    area: Pattern  # whose office or place it is, where the story's own office says it anyway
    relative: frozenset[str]  # words that begin a clause inside a clause
    dummy_verb: Pattern  # "dilakukan penandatanganan": the verb that only says that it took place
    said: Pattern  # who says what: groups who, words
    said_after: Pattern  # the same with the speaker last: groups words, who
    said_by_whom: Pattern  # an attribution to somebody named earlier
    rank: Pattern  # words that begin a person's title, not a name
    cut_before: Pattern  # where a sentence may end earlier
    holds: Pattern  # what must never be cut off: conditions, negations, contrasts
    narrowing: Pattern  # in front of an end that then must stay: "never asks … by message" is not "never asks"
    pointing: Pattern  # beginnings that point back to another sentence
    fragment: Pattern  # beginnings of what is no sentence by itself
    date: Pattern
    place: Pattern
    benefit: Pattern


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(text: str) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in text.replace("\n", ";").split(";") if word)


_ID_NOT_VERBS = """
terhadap berbagai berdasarkan berupa terkait tersebut terutama digital dinas direktur diri berita bersama beras berkas
mesin menteri media merah meja merek melalui mengenai menurut menjelang dia dini diskominfo disiplin diskusi distribusi
diskon diploma terminal teras terbaru termasuk tertentu terakhir mereka merdeka memang menit meter metode dimensi
direktorat dinamika terus terang berikut beserta berturut-turut berapa bertema terdekat terlalu terbuka sebelumnya
diseminasi divisi dini dialog didik berani berat bersih mental menengah menara mendatang membangun-bangun terlebih
mendalam menyeluruh meriah mewah beragam berbeda berkala berkualitas bermanfaat terpercaya tertib terpadu terampil
masyarakat menerus menantu
"""
_ID_FUNCTION = """
yang dan di ke dari untuk dengan pada oleh dalam sebagai adalah merupakan akan telah sudah para antara kepada terkait
atau serta tentang mengenai bahwa karena agar supaya juga itu ini hanya lebih sangat tidak bukan belum bagi atas
terhadap melalui lewat secara seperti yaitu yakni wajib harus dapat bisa boleh perlu se si sang paling setiap tiap
hingga sampai sejak saat ketika setelah sebelum selama guna demi tanpa maka menjadi sedang masih lalu kemudian namun
tetapi se-provinsi sebanyak sekitar diantaranya salah satunya satu
"""
_ID_SAYING = (
    "mengatakan|menyatakan|menyampaikan|menambahkan|mengungkapkan|menjelaskan|menegaskan|menuturkan|menyebutkan|menyebut"
    "|menerangkan|berpesan|mengingatkan|menilai|berharap|mengimbau|mengajak|mengapresiasi|meminta"
)
_MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_DAYS = "senin|selasa|rabu|kamis|jumat|sabtu|minggu"
_ID_CUTS = """
untuk;agar;supaya;sehingga;guna;demi;karena;sebab;sejak;saat;ketika;setelah;seusai;terkait;mengenai;tentang;melalui
lewat;dalam rangka;serta;sebagai upaya;sebagai bentuk;khususnya;termasuk;dengan tema;bertema;dengan tujuan;yaitu;yakni
antara lain;di antaranya;sekaligus;sebagaimana;paling lambat;bersama;kepada;dalam;setiap
"""


_INDONESIAN = Words(
    verb=re.compile(
        r"(?:me(?:m|n|ng|ny|l|r|w|y)\w{3,}|di[a-z]{4,}|ber\w{3,}|ter[a-z]{4,}|(?!pe|ke|bu)\w{3,}kan"
        r"|adalah|merupakan|ada|wajib|harus|dapat|bisa|boleh|perlu|hadir|ikut|naik|turun|minta|datang|tiba|mulai|siap"
        r"|tumbuh|buka|tutup|gelar|raih|sepakat|setuju|dorong|ajak|laporkan|tolak|periksa|catat|cek|tahan|lihat|ambil"
        r"|bawa|simpan|jaga|lapor|gratis|kini|capai|punya|tetap|pasti|kembali|ingin|masuk|jadi|sampai|butuh|sangat)",
        re.I,
    ),
    not_a_verb=_words(_ID_NOT_VERBS),
    function_words=_words(_ID_FUNCTION),
    opening=re.compile(
        r"(?:[A-Z][\w. ]{2,30}\s[–—-]\s"
        r"|(?:(?:dalam|pada|di)\s+(?:kesempatan|acara|kegiatan|sambutan\w*|pertemuan)(?:\s+(?:yang\s+sama|ini|itu|tersebut))?"
        r"|selain\s+itu|sementara\s+itu|untuk\s+itu|oleh\s+karena\s+itu|karena\s+itu|dengan\s+demikian|lebih\s+lanjut"
        r"|di\s+sisi\s+lain|adapun|selanjutnya|kemudian|bahkan|di\s+samping\s+itu|sehubungan\s+dengan\s+itu"
        r"|(?:dalam\s+rangka|sebagai\s+(?:upaya|bentuk|bagian)|guna|untuk\s+me\w+|demi)\s[^,.;]{3,110}(?=,)"
        r"|pada\s+(?:hari\s+)?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\s[^,.;]{0,30}(?=,))"
        r"(?:,\s*|\s+(?=juga\b|turut\b|dilakukan\b|digelar\b)))(?:juga\s+)?",
        re.I,
    ),
    filler=re.compile(r",?\s+(?:pada|dalam)\s+(?:kesempatan|acara)\s+(?:yang\s+sama|ini|itu|tersebut)\b,?", re.I),
    area=re.compile(r"\s(?:di\s+)?(?:Kabupaten|Kota|Provinsi|Kecamatan|Kelurahan)(?:\s[A-Z]\w+){1,3}(?=\s[a-z])"),
    relative=frozenset({"yang"}),
    dummy_verb=re.compile(r"(?:dilakukan|digelar|diadakan|dilaksanakan|diselenggarakan)\s+(?=pe\w+an\b)", re.I),
    said=re.compile(
        rf"(?P<who>[A-Z](?:(?!\bbahwa\b).){{2,90}}?),?\s+(?:juga\s+)?(?:{_ID_SAYING})"
        r"(?:,)?\s+bahwa\s+(?P<words>.+)"
    ),
    said_after=re.compile(
        r"(?P<words>.+?),?\s+(?:kata|ujar|tutur|jelas|ungkap|tegas|terang|sebut|papar)\s+(?P<who>[A-Z].{2,80})"
    ),
    said_by_whom=re.compile(
        r"\b(?:kata|ujar|tutur|lanjut|jelas|ungkap|tegas|terang|tambah|imbuh|pungkas|sebut|papar|harap)nya\b", re.I
    ),
    rank=re.compile(
        r"(?:plt|pj|kepala|kabiro|kabid|kadis|sekda|sekretaris|ketua|gubernur|bupati|wali|wakil|direktur|menteri|kapol\w+"
        r"|rektor|camat|lurah|juru|inspektur|staf|anggota|pimpinan|dinas)\b",
        re.I,
    ),
    cut_before=re.compile(
        rf",\s|\s(?=(?:{_any(_ID_CUTS)})\b)|\s(?=dan\s+(?:juga\s+)?(?:me[mnlrwy]\w{{3,}}|di[a-z]{{5,}}|ber\w{{4,}}))"
        rf"|\s(?=pada\s+(?:hari|tanggal|pukul|\d|{_DAYS}|{_MONTHS}))|\s(?=di\s+(?-i:[A-Z]))"
        rf"|\s(?=(?:mulai|hingga)\s+(?:\d|pukul|{_DAYS}|{_MONTHS}))|\s(?=(?:bagi|dengan|selama)\s+[\d.,]+\s)",
        re.I,
    ),
    holds=re.compile(
        r"\b(?:jika|bila|apabila|kalau|kecuali|asal|asalkan|sepanjang|hanya|selama(?!\s+(?:\d|satu\b|dua\b|tiga\b))|tidak|bukan|belum|tanpa|tetapi"
        r"|namun|melainkan|walau\w*|meski\w*|diduga|dugaan|maksimal|minimal|sebelum|selain)\b",
        re.I,
    ),
    narrowing=re.compile(r"\b(?:tidak|bukan|belum|tanpa|jangan|hanya|dilarang)\b", re.I),
    pointing=re.compile(
        r"(?:ini|itu|hal|ia|dia|mereka|kami|kita|pihaknya|beliau|tersebut|nya|nama\s+\w+\s+ini)\b"
        r"|(?:\w+\s+){1,2}(?:ini|itu|tersebut)\b|\w+nya\b",
        re.I,
    ),
    fragment=re.compile(
        r"(?:termasuk|seperti|salah\s+satu\w*|dan|atau|yang|sehingga|agar|karena|tetapi|serta|untuk|dengan|dalam|pada"
        r"|lanjutnya|katanya|ujarnya|sebab|antara|oleh|saat|ketika|melalui|selain|sementara|setelah)\b",
        re.I,
    ),
    date=re.compile(
        rf"\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|\b(?:{_MONTHS}|{_DAYS})\b|\bpukul\s+\w+"
        r"|\b(?:akhir|awal|setiap|tiap)\s+(?:tahun|bulan|pekan|hari)|\b(?:19|20)\d\d\b",
        re.I,
    ),
    place=re.compile(r"\b(?:di|ke)\s+(?:\w+\s+){0,2}[A-Z]\w+"),
    benefit=re.compile(
        r"\b(?:agar|supaya|sehingga|manfaat\w*|memudahkan|membantu|memangkas|mendorong|mencegah|gratis|tanpa\s+biaya"
        r"|tidak\s+dipungut\s+biaya|bagi\s+(?:masyarakat|warga))\b",
        re.I,
    ),
)


_EN_FUNCTION = """
the a an and or of to in on at by for with from as is are was were be been will would has have had that which who whom
this these those its their his her our your not no only more most very than into over under about between while when
after before during since until because so but if unless except may can could should must also
"""
_EN_SAYING = "said|says|added|stated|explained|noted|told reporters|stressed|announced"


_ENGLISH = Words(
    verb=re.compile(
        r"(?:is|are|was|were|has|have|had|will|can|must|may|should|opens?|starts?|signs?|signed|\w{3,}ed|\w{3,}(?:ize|ise)s?"
        r"|offers?|gives?|gets?|makes?|helps?|brings?|takes?|report|check|keep|held|began|met|won|said|says|visit|refuse"
        r"|note|bring|call|apply|ask|begins?|remains?|needs?|receives?|shows?|wants?)",
        re.I,
    ),
    not_a_verb=_words("need speed seed united limited red bed hundred indeed based related so-called"),
    function_words=_words(_EN_FUNCTION),
    opening=re.compile(
        r"(?:[A-Z][\w. ]{2,30}\s[–—-]\s|(?:on\s+this\s+occasion|in\s+addition|meanwhile|moreover|furthermore"
        r"|however|besides|therefore|as\s+a\s+result|at\s+the\s+event|also|as\s+part\s+of\s[^,.;]{3,110}"
        r"|in\s+an\s+effort\s+to\s[^,.;]{3,110}),\s*)",
        re.I,
    ),
    filler=re.compile(r",?\s+on\s+(?:this|that|the\s+same)\s+occasion\b,?", re.I),
    area=re.compile(r"\sof\s(?:the\s)?(?:City|Regency|Province|District)\sof(?:\s[A-Z]\w+){1,3}(?=\s[a-z])"),
    relative=frozenset({"that", "which", "who", "whose", "where"}),
    dummy_verb=re.compile(r"(?!)"),
    said=re.compile(rf"(?P<who>[A-Z].{{2,90}}?),?\s+(?:also\s+)?(?:{_EN_SAYING})\s+that\s+(?P<words>.+)"),
    said_after=re.compile(r"(?P<words>.+?),?\s+(?:said|says|added|explained)\s+(?P<who>[A-Z].{2,80})"),
    said_by_whom=re.compile(r"\b(?:he|she|they)\s+(?:said|added|explained|noted|says)\b", re.I),
    rank=re.compile(
        r"(?:acting|head|chief|director|minister|governor|mayor|secretary|chair\w*|deputy|spokes\w+|the)\b", re.I
    ),
    cut_before=re.compile(
        r",\s|\s(?=(?:so\s+that|because|since|through|via|as\s+part\s+of|in\s+order\s+to|including|especially"
        r"|under\s+the\s+theme|and\s+(?:will|has|was|is|also)|as\s+well\s+as|concerning|regarding|no\s+later\s+than)\b)"
        r"|\s(?=(?:on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at|in)\s+[A-Z])"
    ),
    holds=re.compile(
        r"\b(?:if|unless|except|only|not|no|never|without|but|although|though|alleged\w*|before|until|every|while)\b",
        re.I,
    ),
    narrowing=re.compile(r"\b(?:not|no|never|cannot|only|without|nobody|none)\b", re.I),
    pointing=re.compile(r"(?:this|that|these|those|it|he|she|they|we|you|his|her|their|our|such)\b", re.I),
    fragment=re.compile(
        r"(?:including|such\s+as|and|or|which|who|because|so\s+that|but|like|with|for|in|on|at)\b", re.I
    ),
    date=re.compile(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b\d{1,2}[:.]\d{2}\b|\b\d{4}\b"
    ),
    place=re.compile(r"\b(?:in|at|to)\s+(?:the\s+)?[A-Z]\w+"),
    benefit=re.compile(r"\b(?:so\s+that|in\s+order\s+to|benefit\w*|helps?|residents?|citizens?)\b", re.I),
)


def words_of(language: str) -> Words:
    """Return the cues of a language; those of Bahasa Indonesia for one that has none of its own."""
    return _ENGLISH if language == "en" else _INDONESIAN
