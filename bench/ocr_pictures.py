"""Thirty screenshots and posters of our own making, as people forward them: drawn by Chromium, then degraded.

Every text is invented for this bench. Drawing is seeded: the same machine makes the same pictures.
"""

from __future__ import annotations

import html
import io
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import fontpkg_plus_jakarta_sans
from PIL import Image, ImageFilter
from playwright.sync_api import Page, sync_playwright

SEED = 20261123
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
KINDS = ("chat", "news", "poster", "post")
MANY = {"chat": 10, "news": 6, "poster": 7, "post": 7}
FACES = ("Liberation Sans", "DejaVu Sans", "Jakarta", "Liberation Sans")

FORWARDS = (
    "*INFO PENTING*\nMulai 1 Januari 2027 semua SIM C gratis bagi warga yang sudah vaksin. Cukup bawa KTP ke Polres "
    "terdekat sebelum tanggal 25. Sebarkan ke grup keluarga!",
    "Assalamualaikum, dapat kabar dari teman di Puskesmas Muara Beliti: air sumur di 3 desa tercemar racun tikus. "
    "Jangan diminum dulu sampai hari Kamis 14/8.",
    "BANTUAN Rp 4.750.000 dari Kemensos sudah cair. Daftar di bit.ly/bantuan-cair-2026 pakai nomor NIK. Kuota tinggal "
    "1.200 orang, siapa cepat dia dapat",
    "Hati2 bapak ibu, malam ini jam 00.30 s/d 03.30 matikan HP karena sinar kosmik dari Mars lewat dekat bumi. Sudah "
    "disiarkan TV Singapura dan BBC.",
    "Rebusan daun sirsak dan jeruk nipis terbukti membunuh sel kanker 10.000 kali lebih kuat dari kemoterapi, kata "
    "Prof. Dr. Hendra Wiyono dari RS Dharma.",
    "Maaf sekedar mengingatkan: uang kertas 75 ribu tidak berlaku lagi per 30 September. Tukar di bank sebelum "
    "hangus ya. Ini resmi dari Bank Indonesia.",
    "Gempa 8,9 SR akan guncang Bengkulu nanti malam pukul 21.15 WIB menurut BMKG. Siapkan tas siaga, jauhi pantai!!!",
    "Pemerintah kabupaten membuka 560 lowongan honorer tanpa tes. Kirim CV dan uang administrasi Rp150.000 ke nomor "
    "0812-0000-4571 a.n. Pak Yusran.",
    "Telur palsu dari plastik sudah masuk pasar 16 Ilir. Cirinya kuning telur bisa dipantulkan. Tolong viralkan biar "
    "ibu-ibu tahu.",
    "Kabar duka, Gubernur ke-7 meninggal dunia tadi pagi di Jakarta. Mohon doanya. (Copas dari grup alumni)",
)  # fmt: skip
HEADLINES = (
    ("Presiden Teken Aturan, Pensiunan Dapat Rumah Gratis di Ibu Kota Baru", "Aturan itu mulai berlaku 17 Agustus "
     "2026 dan mencakup 12.500 keluarga di 34 provinsi, ujar juru bicara."),
    ("Vaksin Flu Baru Mengandung Cip Pelacak, Menurut Dokter dari Swiss", "Pernyataan itu beredar di Telegram "
     "sejak Senin (3/11) dan sudah dibagikan 48 ribu kali."),
    ("Harga Pertalite Turun Jadi Rp 6.500 per Liter Mulai Besok", "Antrean panjang terlihat di SPBU Lubuklinggau "
     "sejak pukul 05.00 WIB."),
    ("Ratusan Buaya Lepas dari Penangkaran Setelah Banjir di Banyuasin", "Warga diminta tidak keluar rumah hingga "
     "Rabu malam. Petugas menurunkan 75 personel."),
    ("Bank Daerah Ini Bangkrut, Nasabah Diminta Tarik Uang Sebelum Jumat", "Kabar itu disebut berasal dari surat "
     "edaran bernomor 118/DIR/X/2026."),
    ("Peneliti: Listrik Rumah Akan Padam Tiga Hari karena Badai Matahari", "Pemadaman disebut meliputi Jawa, Bali "
     "dan Sumatera pada 9 sampai 11 Desember."),
)  # fmt: skip
POSTERS = (
    ("VAKSIN GRATIS", "Dapatkan sertifikat dan uang saku Rp300.000", "Sabtu, 12 Desember 2026 • 08.00–12.00 WIB",
     "Balai Desa Tanjung Raja"),
    ("WASPADA PENCULIKAN ANAK!", "Pelaku memakai mobil putih BG 1234 XY", "Sudah 17 anak hilang minggu ini",
     "Sebarkan sebelum terlambat"),
    ("LOWONGAN KERJA", "Dinas Perhubungan membutuhkan 240 petugas", "Gaji Rp5.500.000 • tanpa pengalaman",
     "Daftar: dishub-rekrut.example"),
    ("PAJAK MOTOR DIHAPUS", "Berlaku untuk kendaraan di bawah 150 cc", "Mulai 1 Maret 2027 di seluruh Indonesia",
     "Bawa STNK dan BPKB asli"),
    ("Minum Air Hangat Lemon", "Mencegah stroke dan serangan jantung 100%", "Cukup 2 gelas setiap pagi selama 7 hari",
     "Sumber: Klinik Sehat Alami"),
    ("PEMILIHAN ULANG", "KPU menetapkan pencoblosan ulang di 5 kabupaten", "Minggu, 20 September 2026",
     "Bawa undangan dan e-KTP"),
    ("BEASISWA PENUH", "Untuk semua siswa SMA kelas XII", "Isi formulir dan transfer Rp50.000 untuk verifikasi",
     "Kontak: 0857-0000-1188 (Bu Ratna)"),
)  # fmt: skip
POSTS = (
    "Baru tahu kalau garam yang dijual di minimarket dicampur kaca halus. Coba bakar, pasti bunyi! #garam #viral",
    "BREAKING: jembatan Musi VI retak 30 cm, truk dilarang lewat mulai jam 6 sore. RT biar semua tahu",
    "Menurut data rahasia, 68% anggota dewan tidak lulus SMA. Media diam saja. Kenapa ya?",
    "Katanya e-KTP bisa dipakai narik dana bantuan 600 ribu di ATM mana saja, tinggal masukkan NIK. Ada yang coba?",
    "Foto ini bukan rekayasa: awan berbentuk tsunami di atas Padang, tanda gempa besar 2x24 jam lagi.",
    "Mulai hari ini WhatsApp berbayar Rp12.000/bulan kecuali pesan ini diteruskan ke 20 kontak. Kata Kominfo benar.",
    "Sekolah libur 2 minggu karena virus baru dari Malaysia, surat edarannya sudah keluar tadi malam kata kepala dinas",
)


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A picture, what stands in it, and the pieces of it that are claimed."""

    name: str
    kind: str
    data: bytes
    words: str
    claims: tuple[str, ...]
    spoilt: str


def shots(*, seed: int = SEED) -> Iterator[Shot]:
    """Draw the pictures one after another."""
    chance = random.Random(seed)  # noqa: S311 - the same pictures every time
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        for kind in KINDS:
            for number in range(MANY[kind]):
                dark, face = number % 3 == 2, FACES[number % len(FACES)]
                width = chance.choice((360, 390, 412))
                page = browser.new_page(viewport={"width": width, "height": 640}, device_scale_factor=2)
                page.set_content(_page(DRAWERS[kind](number, chance), kind=kind, dark=dark, face=face))
                page.evaluate("document.fonts.ready")
                yield _shot(page, name=f"{kind}-{number + 1}", kind=kind, chance=chance)
                page.close()
        browser.close()


def _shot(page: Page, *, name: str, kind: str, chance: random.Random) -> Shot:
    pieces = page.evaluate(
        "[...document.querySelectorAll('[data-words]')].map(e => [e.innerText, e.dataset.words,"
        " e.getBoundingClientRect().bottom])"
    )
    bar = page.evaluate("document.querySelector('.bar')?.getBoundingClientRect().bottom || 0")
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    is_cut = bool(bar) and chance.random() < 0.4
    if is_cut:
        picture = picture.crop((0, round(bar * 2), picture.width, picture.height))
        pieces = [piece for piece in pieces if piece[2] > bar]
    data, spoilt = _spoil(picture, chance=chance)
    return Shot(
        name=name,
        kind=kind,
        data=data,
        words="\n".join(text for text, _what, _at in pieces),
        claims=tuple(text for text, what, _at in pieces if what == "claim"),
        spoilt=("cut " if is_cut else "") + spoilt,
    )


def _spoil(picture: Image.Image, *, chance: random.Random) -> tuple[bytes, str]:
    """Do to a picture what phones and messengers do; return it as JPEG and say what was done."""
    done = []
    scale = chance.choice((0.5, 0.5, 0.6, 0.75, 1.0))
    if chance.random() < 0.3:
        background = picture.getpixel((2, picture.height - 2))
        assert isinstance(background, tuple)
        turn = chance.choice((-2, 2))
        picture = picture.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=background)
        done.append(f"turned {turn}°")
    size = (round(picture.width * scale), round(picture.height * scale))
    picture = picture.resize(size, Image.Resampling.BILINEAR)
    done.append(f"x{scale}")
    if chance.random() < 0.35:
        radius = chance.choice((0.5, 0.7, 0.9))
        picture = picture.filter(ImageFilter.GaussianBlur(radius))
        done.append(f"blur {radius}")
    if chance.random() < 0.3:
        # effect_noise draws from the C library's own chance: noise is made of seeded bytes here
        noise = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
        picture = Image.blend(picture, Image.merge("RGB", (noise, noise, noise)), 0.08)
        done.append("noise")
    quality = chance.choice((30, 40, 50, 60))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue(), " ".join([*done, f"q{quality}"])


def _page(body: str, *, kind: str, dark: bool, face: str) -> str:
    faces = sorted(
        Path(fontpkg_plus_jakarta_sans.__file__).parent.rglob("*.ttf"), key=lambda path: "Italic" in path.name
    )
    font = faces[0].read_bytes()
    return (
        f"<!doctype html><meta charset=utf-8><style>{_face(font)}{_STYLE} body{{font-family:'{face}'}}</style>"
        f"<body class='{kind}{' dark' if dark else ''}'>{body}"
    )


def _face(font: bytes) -> str:
    import base64

    encoded = base64.b64encode(font).decode()
    return f"@font-face{{font-family:Jakarta;src:url(data:font/ttf;base64,{encoded});font-weight:200 800}}"


def _w(text: str, *, what: str = "rest", tag: str = "div", style: str = "") -> str:
    shown = html.escape(text).replace("\n", "<br>")
    return f"<{tag} data-words={what} class='{style}'>{shown}</{tag}>"


def _bar(chance: random.Random) -> str:
    clock = f"{chance.randint(0, 23):02d}.{chance.randint(0, 59):02d}"
    return f"<div class=bar>{_w(clock)}{_w(f'4G {chance.randint(11, 99)}%')}</div>"


def _chat(number: int, chance: random.Random) -> str:
    def bubble(text: str, *, what: str, extra: str = "", mine: bool = False) -> str:
        clock = f"{chance.randint(6, 22):02d}.{chance.randint(0, 59):02d}"
        words = _w(text, what=what)
        return f"<div class='bubble{' mine' if mine else ''}'>{extra}{words}{_w(clock, style='clock')}</div>"

    group = ("Keluarga Besar H. Mahmud", "RT 07 Sukamaju", "Alumni SMP 3", "Arisan Ibu-Ibu", "Info Warga")[number % 5]
    head = f"<div class=head>{_w(group, style='name')}{_w('Bu Rina, Dedi, Pak Lurah, Anda', style='small')}</div>"
    extra = _w("Diteruskan berkali-kali", style="small") if number % 2 else _w("Bu Rina", style="sender")
    claim = bubble(FORWARDS[number], what="claim", extra=extra)
    answer = bubble(("Masa sih bu?", "Ini benar tidak ya?", "Astaghfirullah", "Sumbernya dari mana?")[number % 4],
                    what="rest", mine=True)  # fmt: skip
    return f"{_bar(chance)}{head}<div class=talk>{claim}{answer}</div><div class=write>{_w('Ketik pesan')}</div>"


def _news(number: int, chance: random.Random) -> str:
    headline, lead = HEADLINES[number]
    site = ("KABARSUMSEL.EXAMPLE", "Warta Kita", "BERITA24")[number % 3]
    day = f"{chance.randint(1, 28)} November 2026 {chance.randint(6, 22):02d}.{chance.randint(10, 59)} WIB"
    return (
        f"{_bar(chance)}<div class=site>{_w(site)}</div><div class=text>{_w('Nasional > Peristiwa', style='small')}"
        f"{_w(headline, what='claim', tag='h1')}{_w('Tim Redaksi - ' + day, style='small')}<div class=photo></div>"
        f"{_w(lead, what='claim', tag='p')}{_w('Baca juga: Jadwal pemadaman listrik pekan ini', style='link')}</div>"
    )


def _poster(number: int, _chance: random.Random) -> str:
    title, first, second, foot = POSTERS[number]
    colours = ("#b3261e,#7a0c2e", "#0b5394,#073763", "#38761d,#14401a", "#f1c232,#e69138", "#ffffff,#d9ead3")[
        number % 5
    ]
    ink = "#111" if number % 5 > 2 else "#fff"
    words = [
        _w(title, what="claim", tag="h1"), _w(first, what="claim", style="big"), _w(second, what="claim", style="box"),
        _w(foot, what="claim", style="foot"),
    ]  # fmt: skip
    return f"<div class=sheet style='background:linear-gradient(160deg,{colours});color:{ink}'>{''.join(words)}</div>"


def _post(number: int, chance: random.Random) -> str:
    who = ("Budi Santoso", "info_sumsel", "Rani Wijaya", "Kabar Cepat ID")[number % 4]
    when = f"{chance.randint(1, 12)}:{chance.randint(10, 59)} PM · {chance.randint(1, 28)} Nov 2026"
    counts = f"{chance.randint(10, 900)} Balasan {chance.randint(1, 90)},{chance.randint(1, 9)} rb Suka"
    return (
        f"{_bar(chance)}<div class=text>{_w(who, style='name')}{_w('@' + who.lower().replace(' ', ''), style='small')}"
        f"{_w(POSTS[number], what='claim', tag='p', style='said')}"
        f"{_w(when, style='small')}"
        f"{_w(counts, style='counts')}</div>"
    )


DRAWERS: dict[str, Callable[[int, random.Random], str]] = {
    "chat": _chat,
    "news": _news,
    "poster": _poster,
    "post": _post,
}
_STYLE = """
*{box-sizing:border-box;margin:0} body{font-size:15px;line-height:1.35;color:#111;background:#fff}
.bar{display:flex;justify-content:space-between;padding:6px 16px;font-size:13px;background:#f3f3f3}
.small{font-size:12px;color:#667} .name{font-weight:700} .link{color:#06c;margin-top:12px} .text{padding:16px}
.head{padding:10px 16px;background:#075e54;color:#fff} .head .small{color:#d5e8e5}
.talk{background:#ece5dd;padding:12px;min-height:380px} .write{padding:10px 20px;background:#f0f0f0;color:#888}
.bubble{background:#fff;border-radius:8px;padding:8px 10px;margin:0 44px 10px 0;overflow-wrap:anywhere}
.mine{background:#dcf8c6;margin:0 0 10px 110px} .clock{font-size:11px;color:#888;text-align:right}
.sender{font-size:13px;font-weight:700;color:#c2185b} .site{
background:#c00;color:#fff;font-weight:800;padding:12px 16px}
h1{font-size:23px;line-height:1.25;margin:8px 0} .photo{height:150px;margin:12px 0;background:
repeating-linear-gradient(35deg,#8aa 0 14px,#577 14px 31px,#dcb 31px 40px)} .said{font-size:18px;margin:12px 0}
.counts{border-top:1px solid #ddd;padding-top:8px;margin-top:8px} p{margin:8px 0}
.sheet{min-height:560px;padding:44px 28px;text-align:center} .sheet h1{font-size:38px;font-weight:800;margin:30px 0}
.big{font-size:21px;margin:20px 0} .box{border:2px solid;padding:10px;margin:26px 0;font-weight:600}
.foot{font-size:14px}
.dark{background:#0b141a;color:#e9edef} .dark .talk{background:#0b141a} .dark .bubble{background:#202c33}
.dark .mine{background:#005c4b} .dark .head,.dark .bar,.dark .write{background:#1f2c34;color:#e9edef}
.dark .small,.dark .clock{color:#8696a0}
"""
