"""Indonesia's provinces, their short names, the kota, and the kabupaten of Sumatera Selatan."""

from __future__ import annotations

_LIST = """
Aceh|Sumatera Utara|Sumut|Sumatera Barat|Sumbar|Riau|Kepulauan Riau|Kepri|Jambi|Bengkulu|Sumatera Selatan|Sumsel|
Kepulauan Bangka Belitung|Bangka Belitung|Babel|Lampung|Banten|DKI Jakarta|Jakarta|Jawa Barat|Jabar|Jawa Tengah|Jateng|
DI Yogyakarta|Daerah Istimewa Yogyakarta|Yogyakarta|DIY|Jawa Timur|Jatim|Bali|Nusa Tenggara Barat|NTB|
Nusa Tenggara Timur|NTT|Kalimantan Barat|Kalbar|Kalimantan Tengah|Kalteng|Kalimantan Selatan|Kalsel|Kalimantan Timur|
Kaltim|Kalimantan Utara|Kaltara|Sulawesi Utara|Sulut|Gorontalo|Sulawesi Tengah|Sulteng|Sulawesi Barat|Sulbar|
Sulawesi Selatan|Sulsel|Sulawesi Tenggara|Sultra|Maluku|Maluku Utara|Malut|Papua|Papua Barat|Papua Barat Daya|
Papua Tengah|Papua Pegunungan|Papua Selatan|
Ogan Komering Ulu|OKU|Ogan Komering Ilir|OKI|Muara Enim|Lahat|Musi Rawas|Mura|Musi Banyuasin|Muba|Banyuasin|Ogan Ilir|
OKU Selatan|Ogan Komering Ulu Selatan|OKU Timur|Ogan Komering Ulu Timur|Empat Lawang|Penukal Abab Lematang Ilir|PALI|
Musi Rawas Utara|Muratara|Palembang|Lubuklinggau|Lubuk Linggau|Pagar Alam|Pagaralam|Prabumulih|
Banda Aceh|Sabang|Lhokseumawe|Langsa|Subulussalam|Medan|Binjai|Pematangsiantar|Tebing Tinggi|Tanjungbalai|
Padangsidimpuan|Gunungsitoli|Sibolga|Padang|Bukittinggi|Payakumbuh|Padang Panjang|Pariaman|Sawahlunto|Solok|
Pekanbaru|Dumai|Batam|Tanjungpinang|Sungai Penuh|Pangkalpinang|Bandar Lampung|Metro|Serang|Cilegon|Tangerang|
Tangerang Selatan|Jakarta Pusat|Jakarta Selatan|Jakarta Barat|Jakarta Timur|Jakarta Utara|Bandung|Bekasi|Bogor|
Depok|Cimahi|Cirebon|Sukabumi|Tasikmalaya|Banjar|Semarang|Surakarta|Solo|Salatiga|Magelang|Pekalongan|Tegal|
Surabaya|Malang|Kediri|Blitar|Madiun|Mojokerto|Pasuruan|Probolinggo|Batu|Denpasar|Mataram|Bima|Kupang|Pontianak|
Singkawang|Palangka Raya|Palangkaraya|Banjarmasin|Banjarbaru|Samarinda|Balikpapan|Bontang|Tarakan|Manado|Bitung|
Tomohon|Kotamobagu|Palu|Makassar|Parepare|Palopo|Kendari|Baubau|Ambon|Tual|Ternate|Tidore|Jayapura|Sorong|Merauke|
Manokwari|Nabire|Wamena|Mamuju|Nusantara|Sidoarjo|Gresik|Banyuwangi|Jember|Sleman|Bantul|Gunungkidul|Kulon Progo|
Badung|Gianyar|Buleleng|Kutai Kartanegara|Berau|Paser|Sumatera|Jawa|Kalimantan|Sulawesi|Indonesia
"""

PLACES = frozenset(name.strip() for name in _LIST.replace("\n", "").split("|") if name.strip())
