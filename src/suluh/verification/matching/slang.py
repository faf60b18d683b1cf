"""Chat spellings of common Indonesian words, and the words that say nothing about a claim.

Written from general knowledge of how people type; no list was copied. A target is never itself a chat spelling.
"""

from __future__ import annotations


def table_of(lines: str) -> dict[str, str]:
    """Read lines of "word: its chat spellings"."""
    table = {}
    for line in lines.strip().splitlines():
        target, _, spellings = line.partition(":")
        table.update(dict.fromkeys(spellings.split(), target.strip()))
    return table


SPELLINGS = table_of(
    """
tidak: gak ga gk nggak enggak ngga engga kagak kaga tdk tak ndak ndk g tida gakk tidk
yang: yg yng ygg yangg
dengan: dgn dg dngn sm ama dengn
untuk: utk utuk tuk u untk
sudah: udah udh sdh dah uda sdah tlah telah tlh
karena: krn karna krna gegara gara
dan: dn &
bisa: bs bsa bsia
saja: aja aj doang sja
banyak: byk bnyk bnyak
orang: org orng oang
dari: dr dri drpd
akan: bakal akn bkl
kami: kmi
kita: kt kitak
saya: sy gue gw gua ane aku ak sya
anda: lo lu elu loe ente kamu km kau
pada: pd
dalam: dlm dalem dlam
seperti: spt kayak kaya spti sprti
tahun: thn th tahu2n
bulan: bln
hari: hr
minggu: mgg mggu
presiden: presidn pres prsiden
pemerintah: pemrintah pmerintah pemerinta
indonesia: indo indonesa indonesi
jangan: jgn jangn
juga: jg jga
tetapi: tp tpi tapi
sekarang: skrg skrang skr sekrang skarang skrng
belum: blm blom blum belom
lagi: lg
semua: smua smw
lewat: lwt via melalui
dapat: dpt dapet dapetin mendapatkan mendapat
oleh: olh
bagi: bg
uang: duit doku
gratis: free grtis geratis cuma2
benar: bener bnr betul
sangat: bgt sgt banget bngt
hanya: cuma cm cuman
beri: ngasih kasih memberikan memberi kasi
kata: bilang ngomong mengatakan berkata ujar
jika: kalo klo kalau bila kl klw kalu
ketika: saat pas waktu
meninggal: wafat meninggl meninggal
ini: ni nih nich
itu: tu tuh
kepada: kpd
nomor: no nmr nomer
rekening: rek
bahwa: bhw
bagaimana: gimana gmn bgmn
mengapa: kenapa knp
apa: ap
sampai: sampe smp smpe smpai
masih: msh masi
harus: hrs
lebih: lbh
baru: br bru
sama: sma
rumah: rmh
sakit: skt
masyarakat: masy msyrkt masyarkat masarakat masarkat
informasi: info inpo informsi
rakyat: rkyt
bantuan: bntuan bntn
bapak: bpk bp pak
ibu: bu
ustaz: ustad ustadz ust
teman: tmn temen kawan
tolong: tlg tlong
hati: ati
hilang: ilang
lihat: liat
habis: abis
tahu: tau
buat: bwt bikin
pakai: pake pke
mau: mo
besar: gede
whatsapp: wa whatsap wasap watsap watsapp
facebook: fb pesbuk fesbuk
instagram: ig
youtube: yt
twitter: twiter
covid: corona korona covit kovid coronavirus
azan: adzan
salat: sholat solat shalat sholad
ramadan: ramadhan romadhon
vaksin: vaccine vaksinasi
hoaks: hoax hoak hox
juta: jt jta
ribu: rb
miliar: milyar milliar
persen: %
kabupaten: kab
kecamatan: kec
provinsi: prov propinsi
rupiah: rp idr
joko widodo: jokowi
video: vidio vidiyo
foto: photo poto fhoto
izin: ijin
Januari: jan
""".lower()
)

# Words that carry no claim; their stems are left out of the index's questions.
STOPWORDS = frozenset(
    [
        "yang",
        "dengan",
        "untuk",
        "sudah",
        "karena",
        "dan",
        "bisa",
        "saja",
        "dari",
        "akan",
        "kami",
        "kita",
        "saya",
        "anda",
        "pada",
        "dalam",
        "seperti",
        "juga",
        "tetapi",
        "sekarang",
        "belum",
        "lagi",
        "semua",
        "oleh",
        "bagi",
        "sangat",
        "hanya",
        "adalah",
        "itu",
        "ini",
        "kepada",
        "ke",
        "di",
        "bahwa",
        "jika",
        "ketika",
        "atau",
        "sebagai",
        "ada",
        "para",
        "dia",
        "ia",
        "mereka",
        "nya",
        "lah",
        "kah",
        "pun",
        "si",
        "sang",
        "hal",
        "agar",
        "supaya",
        "serta",
        "namun",
        "maka",
        "lalu",
        "kemudian",
        "sebuah",
        "suatu",
        "tersebut",
        "yaitu",
        "yakni",
        "ya",
        "kan",
        "dong",
        "deh",
        "sih",
        "kok",
        "loh",
        "lho",
        "nah",
        "apa",
        "siapa",
        "mana",
        "bagaimana",
        "mengapa",
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "for",
        "on",
        "with",
        "that",
        "by",
        "it",
        "as",
        "at",
        "from",
        "this",
        "an",
        "be",
        "are",
        "was",
    ]
)

# Words that forwards are wrapped in. A line or sentence made of little else is left out.
WRAPPING = frozenset(
    [
        "diteruskan",
        "berkali",
        "kali",
        "forwarded",
        "forward",
        "many",
        "times",
        "teruskan",
        "sebarkan",
        "sebar",
        "bagikan",
        "viralkan",
        "share",
        "sharing",
        "copas",
        "copy",
        "paste",
        "copaste",
        "assalamualaikum",
        "assalamu",
        "alaikum",
        "warahmatullahi",
        "wabarakatuh",
        "wr",
        "wb",
        "waalaikumsalam",
        "wassalam",
        "wassalamualaikum",
        "bismillah",
        "bismillahirrahmanirrahim",
        "selamat",
        "pagi",
        "siang",
        "sore",
        "malam",
        "izin",
        "mohon",
        "tolong",
        "minta",
        "maaf",
        "simak",
        "disimak",
        "baca",
        "dibaca",
        "habis",
        "selesai",
        "penting",
        "perhatian",
        "breaking",
        "news",
        "sekilas",
        "berita",
        "terkini",
        "grup",
        "group",
        "sebelah",
        "wag",
        "alumni",
        "tetangga",
        "keluarga",
        "teman",
        "saudara",
        "sahabat",
        "kerabat",
        "rekan",
        "bapak",
        "ibu",
        "ibu2",
        "bapak2",
        "kakak",
        "admin",
        "min",
        "gan",
        "bos",
        "semoga",
        "bermanfaat",
        "berkah",
        "aamiin",
        "amin",
        "amiin",
        "terima",
        "kasih",
        "makasih",
        "silakan",
        "silahkan",
        "cek",
        "dicek",
        "mengecek",
        "kebenarannya",
        "kebenaran",
        "benarkah",
        "benar",
        "hoaks",
        "bukan",
        "ya",
        "kah",
        "dong",
        "sekadar",
        "sekedar",
        "mengingatkan",
        "informasi",
        "sumber",
        "dilindungi",
        "dihapus",
        "sebelum",
        "berhenti",
        "jangan",
        "kamu",
        "percaya",
        "sendiri",
        "kasihan",
        "barusan",
        "dapat",
        "dari",
        "dan",
        "ke",
        "kepada",
        "untuk",
        "di",
        "yang",
        "ini",
        "itu",
        "kita",
        "semua",
        "tidak",
        "jika",
        "sampai",
        "anda",
        "saja",
        "juga",
        "luas",
        "luaskan",
        "tandai",
        "biar",
        "agar",
        "supaya",
        "orang",
        "banyak",
        "pesan",
        "berantai",
        "via",
        "whatsapp",
        "like",
        "komen",
        "subscribe",
        "follow",
        "ikuti",
        "tonton",
        "klik",
        "tautan",
        "link",
        "video",
        "selengkapnya",
        "lengkap",
    ]
)
