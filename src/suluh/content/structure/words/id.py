"""Bahasa Indonesia, as offices write it in press releases."""

from __future__ import annotations

from suluh.content.structure.words import Words, bag, months, pairs
from suluh.content.structure.words._indonesia import PLACES

WORDS = Words(
    saying=bag(
        """kata ujar tutur ucap jelas terang ungkap papar tegas imbuh tambah sebut tukas cetus pungkas beber sambung
        lanjut pesan ajak imbau pinta harap urai seru tandas kilah tulis ulas tutup aku nilai sahut jawab
        mengatakan mengungkapkan menuturkan menjelaskan menambahkan menyampaikan menegaskan menyebutkan menyebut
        menyatakan memaparkan menerangkan menguraikan mengimbau mengingatkan berpesan berkata mengucapkan menilai
        menulis mengakui menutup melanjutkan ejek kritik tuding lapor kenang canda menjawab menanggapi"""
    ),
    stance=bag(
        """berharap mengharapkan mengapresiasi menyambut mendukung mengajak meminta menekankan memastikan berkomitmen
        menargetkan mengaku meyakini yakin optimistis optimis mendorong mengucapkan menyayangkan membenarkan
        memandang berterima mengharap menginginkan ingin"""
    ),
    he_or_she=bag("ia dia beliau"),
    pronoun_ending="nya",
    before_saying=bag("juga pernah telah kemudian lalu pun turut sempat kembali"),
    according_to=bag("menurut"),
    in_the_office_of=bag("selaku sebagai"),
    titles=bag(
        """kepala kabiro kabid kadis kadiskominfo kadinkes kabag kabiddokkes kasubbag kasubag kasi kasat kanit kajari
        kajati kapolri kapolda kapolres kapolresta kapolsek danrem dandim danramil pangdam plt plh pj pjs pjw penjabat
        pelaksana sekda sekdaprov sekdakab sekretaris sekjen sekdis wasekjen gubernur wagub wakil bupati wabup walikota
        wali wawako camat lurah kades ketua waketua direktur dirut dirjen menteri wamen wamenkes jubir juru deputi
        koordinator manajer manager rektor dekan dosen guru dokter inspektur irjen irban komisioner anggota asisten
        staf staff analis pranata penyuluh peneliti pengamat presiden wapres hakim jaksa panglima komandan bendahara
        pimpinan pemimpin pengurus pendiri pembina pengawas warga petani nelayan pedagang pelajar mahasiswa mahasiswi
        siswa siswi peserta relawan tokoh narasumber moderator auditor penasihat spesialis fungsional perwakilan
        humas kasatgas penggerak duta ceo founder komisaris general vice"""
    ),
    place_titles=bag("camat lurah kades"),
    title_links=bag("dan & / bidang"),
    organisation_heads=bag(
        """dinas badan kementerian komisi pemerintah pemprov pemkab pemkot pemda diskominfo kominfo dinkes disdik
        dinsos dishub disdukcapil bappeda bapenda inspektorat sekretariat biro kantor universitas institut politeknik
        sekolah smk sma smp sd pt cv bank yayasan lembaga perum perumda rumah rsud rsup puskesmas puskesos polda polres
        polsek kodam korem kodim kejaksaan pengadilan mahkamah majelis dewan kejati kejari ombudsman palang persatuan
        ikatan himpunan asosiasi forum koalisi aliansi kemenkes kemendagri kemenkominfo komdigi kemenkeu kementan
        kemensos kemenag kemendikbud kemendikdasmen kepolisian satpol direktorat balai perkumpulan organisasi"""
    ),
    organisation_words=bag(
        """kesehatan pendidikan komunikasi informatika komunikasi kominfo diskominfo humas hubungan masyarakat
        pemberantasan korupsi pencegahan pengendalian penduduk keluarga berencana pemberdayaan perempuan perlindungan
        anak desa sosial perhubungan pertanian perikanan kelautan kehutanan lingkungan hidup pekerjaan umum penataan
        ruang perumahan kawasan permukiman tenaga kerja transmigrasi pariwisata kebudayaan pemuda olahraga koperasi
        usaha kecil menengah perdagangan perindustrian penanaman modal pelayanan terpadu satu pintu perpustakaan
        kearsipan kependudukan pencatatan sipil pangan perkebunan peternakan energi mineral statistik persandian
        aptika ikp informasi publik bidang seksi bagian biro bina sub subbagian unit urusan umum protokol
        keuangan aset daerah pendapatan perencanaan pembangunan penelitian pengembangan inovasi kepegawaian sumber
        daya manusia penanggulangan bencana kesatuan bangsa politik negeri dalam luar republik indonesia negara
        nasional provinsi kabupaten kota kecamatan kelurahan desa kampung nagari perwakilan rakyat administrasi
        pemerintahan ekonomi kesejahteraan hukum organisasi tata laksana pelaksana tugas harian penjabat madya muda
        utama ahli utama pertama bicara jenderal besar kecil pembinaan peran serta jejaring pendidikan gratifikasi
        monitoring supervisi koordinasi penindakan penyidikan penuntutan pusat cabang wilayah regional cipta karya
        marga sumber air bersih sakit rumah guru dosen fakultas kedokteran ilmu teknik hukum komisi ketua wakil
        gubernur bupati walikota wali sekretaris kepala direktur menteri panitia kegiatan acara tim penggerak pkk
        satuan tugas khusus saluran pengaduan data digital layanan pasar dagang industri agama haji umrah kerja sama
        rsud rsup puskesmas dinas badan kementerian rt rw rukun tetangga"""
    ),
    acronyms=bag(
        """KPK BPK BPKP BPS BNPB BPBD BPJS BMKG BNN BNPT BKN BKD BKPSDM BRIN BSSN BUMD BUMN DPR DPRD MPR DPD MK MA KY
        KPU OJK BI PBB WHO UNICEF UNODC USAID UNDP PLN PDAM POLRI TNI PKK PMI MUI NU PWI AJI IDI BRI BNI BTN RRI TVRI
        KPID KIP ORI PPATK LPSK LKPP BAPPENAS KEMENKES KEMENDAGRI BPOM PAUD ICW IJTI AMSI SMSI"""
    ),
    place_heads=bag(
        """provinsi kabupaten kota kecamatan kelurahan desa kampung dusun nagari distrik pulau sungai gunung danau
        hotel gedung aula balai pendopo griya graha alun-alun taman stadion lapangan jalan jl bandara pelabuhan
        stasiun terminal pasar masjid gereja pura museum kampus auditorium ballroom rumah"""
    )
    - bag("rumah"),
    places=PLACES,
    courtesy=bag("bapak pak ibu bu saudara saudari sdr sdri bpk tuan nyonya nn ny tn ms mr mrs"),
    before_name=bag(
        """ir dr drs dra prof h hj kh k r ra rr tgk tb drg drh ns apt brigjen mayjen letjen jend jenderal laksda
        laksma irjen komjen kombes kompol akbp akp iptu ipda aiptu bripka kol kolonel letkol mayor kapten kapt lettu
        letda serka ust ustaz ustadz ustadzah kiai kyai nyai gus habib pdt pastor romo"""
    ),
    after_name=bag(
        """se sh st sp sos sip ip stp sstp skom kom skm kes mkes si msi mm mh mt mp ma mba mph mpa mpd pd spd sag ag mag
        mkn map ap phd dr llm amd amdkom apt ak ca cpa sik sked spog spa spm skep kep ners psi spsi sthi sthum hum mhum
        mhum shut mip mikom ikom sikom spt spi mse msc bsc ba bac dea cfra cgcae ipu ipm tr trip mtr sst ssi sds mmt
        mars cfre pia qia ccms"""
    ),
    abbreviations=bag(
        """ir dr drs dra prof h hj kh k drg drh ns apt no nomor jl jln gg tgl hlm hal kec kab prov kel ds rt rw tel telp
        fax sdr sdri bpk yth tn ny jend letjen mayjen brigjen kol letkol kapt kompol akbp st rp an ub up dkk pt cv tbk
        plt plh pj pjs wk a.n u.b u.p vol art ps"""
    ),
    particles=bag("bin binti van de der al el ibn ibnu"),
    months=months(
        """januari,jan februari,feb,pebruari maret,mar april,apr mei juni,jun juli,jul agustus,agu,ags,agt
        september,sep,sept oktober,okt november,nov,nopember desember,des"""
    ),
    weekdays=bag("senin selasa rabu kamis jumat jum'at jum’at sabtu minggu ahad"),
    stop=bag(
        """yang dan di ke dari untuk dengan pada dalam ini itu juga adalah akan telah sudah oleh sebagai atau agar
        karena bagi antara lebih saat ketika tersebut ia dia mereka kami kita para bahwa tidak bisa dapat harus perlu
        serta hingga sampai secara melalui terkait tentang mengenai yaitu yakni salah satu satunya diantaranya
        antaranya termasuk khususnya maupun namun sehingga supaya guna maka jika kalau bila seperti sangat masih belum
        hanya setiap semua seluruh banyak sejumlah beberapa hal ada merupakan menjadi terhadap kepada atas bawah
        sekitar selain sementara usai setelah sebelum tanpa hari cara apa bagaimana dimana mana pun lah nya se per
        sebuah suatu seorang lain lainnya sendiri sekali lagi terus tetap saja cukup baik demi selama lanjutnya
        tuturnya ujarnya katanya jelasnya dlm yg utk dgn tsb demikian kemudian hal sebesar sebanyak senilai
        mencapai diharapkan dilakukan memberikan adanya pihak pihaknya yakni begitu mampu lahirnya hadirnya"""
    ),
    clause_starts=bag(
        """yang untuk guna agar supaya sehingga melalui karena sebagai serta dalam pada di dengan dari bagi saat ketika
        setelah usai sebelum demi sekaligus dan terkait tentang mengenai termasuk khususnya hingga oleh kepada"""
    ),
    never_names=bag(
        """kegiatan dukungan selain dalam pada salah termasuk penyebaran tantangan kesepakatan kepada untuk dengan
        menurut sementara acara program masyarakat warga pemerintah kami kita saya ini itu hal ia dia mereka beliau
        namun oleh karena setelah usai hadir turut senada lebih hingga saat tahun bulan hari sejak dari para seluruh
        semua jika bila apabila mari ayo jangan demikian kemudian selanjutnya lalu adapun tujuan melalui atas bersama
        siaran pers nomor lampiran tanggal perihal judul redaksi foto sumber kontak telepon tim undang-undang
        peraturan pasal surat keputusan instruksi allah tuhan alhamdulillah insyaallah pancasila islam ramadan
        idulfitri natal covid internet facebook instagram twitter youtube tiktok whatsapp google indeks survei
        penilaian integritas rapat koordinasi pelatihan sosialisasi bimbingan teknis lomba festival pekan hasil data
        jumlah total sebanyak sekitar kata ujar tutur ungkap jelas tambah wib wita wit tak bukan bahkan apalagi
        padahal meski meskipun walau selama sebelumnya terakhir pertama kedua ketiga keempat kelima sebagai"""
    ),
    pointing_back=bag("ini itu tersebut ia dia beliau mereka demikian hal selain juga lanjutnya tambahnya kesempatan"),
    units=bag(
        """orang warga peserta kabupaten kota provinsi kecamatan desa kelurahan sekolah siswa guru pasien dosis paket
        ton kilogram kg meter km kilometer hektare hektar ha hari jam menit bulan tahun unit buah titik kasus laporan
        instansi lembaga konten video liter rumah keluarga kk perusahaan umkm pegawai asn puskesmas posyandu negara"""
    ),
    currency=bag("rp idr usd us$ $ €"),
    magnitudes=bag("ribu juta miliar milyar triliun"),
    counted_out=bag(
        """nomor no tahun pukul pasal ayat telepon telp tel hp wa whatsapp faks jalan jl rt rw kode pos halaman lantai
        ke versi bab uu angkatan sejak jam tanggal"""
    ),
    labels=(
        "siaran pers",
        "press release",
        "rilis pers",
        "rilis",
        "keterangan pers",
        "berita",
        "nomor",
        "no",
        "untuk segera disiarkan",
        "untuk disiarkan segera",
        "embargo",
        "hari/tanggal",
        "tanggal",
    ),
    not_spoken=bag(
        """bertajuk bertema tema tajuk berjudul judul slogan tagline bernama disebut istilah program aplikasi gerakan
        kampanye lagu film buku lomba dijuluki dikenal bertuliskan"""
    ),
    wish=bag(
        """harus perlu wajib dapat mampu mendorong diharapkan berharap meningkatkan memperkuat menguatkan menjaga
        mengajak bertujuan tujuan manfaat memastikan mencegah melindungi kolaborasi komitmen memanfaatkan pemanfaatan
        memerangi menghasilkan gratis penting mulai"""
    ),
    calls=(
        "mari ",
        "ayo ",
        "yuk ",
        "segera ",
        "laporkan ",
        "hubungi ",
        "kunjungi ",
        "daftar ",
        "daftarkan ",
        "jangan ",
        "informasi lebih lanjut",
        "informasi lengkap",
        "untuk informasi",
        "masyarakat diimbau",
        "warga diimbau",
        "masyarakat diminta",
        "warga diminta",
        "masyarakat dapat melapor",
        "masyarakat dapat melaporkan",
        "warga dapat melapor",
        "pendaftaran ",
    ),
    call_from=(
        (r"\bkita (?:semua )?(?:perlu|harus|wajib|mesti) (?P<what>me\w+ .+)", "Mari {what}"),
        (
            r"\b(?:mengajak|mengimbau|meminta) (?:seluruh |semua |para )?(?:masyarakat|warga)[^,.]*? (?:untuk |agar )"
            r"(?P<what>\w+ .+)",
            "Mari {what}",
        ),
    ),
    that="bahwa",
    openers=(
        "untuk itu, ",
        "selain itu, ",
        "sementara itu, ",
        "sementara itu ",
        "oleh karena itu, ",
        "karena itu, ",
        "di samping itu, ",
        "lebih lanjut, ",
        "namun, ",
    ),
    reasons=bag("untuk guna agar supaya demi karena"),
    means=bag("melalui dengan lewat secara"),
    events={
        "penandatanganan": "Tandatangani",
        "peluncuran": "Luncurkan",
        "peresmian": "Resmikan",
        "penyerahan": "Serahkan",
        "pelantikan": "Lantik",
        "pengukuhan": "Kukuhkan",
        "pembentukan": "Bentuk",
        "penganugerahan": "Anugerahkan",
        "penyaluran": "Salurkan",
        "penyusunan": "Susun",
    },
    short_verbs=pairs(
        """menandatangani:tandatangani meluncurkan:luncurkan meresmikan:resmikan menyerahkan:serahkan
        menggelar:gelar mengadakan:adakan membuka:buka menutup:tutup mengajak:ajak meminta:minta mengimbau:imbau
        memberikan:berikan menerima:terima mendukung:dukung mendorong:dorong membangun:bangun memperkuat:perkuat
        meningkatkan:tingkatkan menyalurkan:salurkan membagikan:bagikan melantik:lantik mengukuhkan:kukuhkan
        menghadiri:hadiri mengapresiasi:apresiasi menargetkan:targetkan memastikan:pastikan mencegah:cegah
        menyiapkan:siapkan melakukan:lakukan melaksanakan:laksanakan menyelenggarakan:selenggarakan meraih:raih
        memperpanjang:perpanjang menetapkan:tetapkan menyampaikan:sampaikan mengumumkan:umumkan mengingatkan:ingatkan
        menambah:tambah membentuk:bentuk melatih:latih memeriksa:periksa menurunkan:turunkan menertibkan:tertibkan
        menyediakan:sediakan membantu:bantu meninjau:tinjau menggandeng:gandeng"""
    ),
    between=("antara", "dengan dan"),
    about=bag("terkait tentang mengenai soal perihal"),
    especially=bag("khususnya terutama"),
    joined_by="dan",
)
