"""Addresses of the public site. English pages stand under /en/; feeds and files have no language."""

from __future__ import annotations

from django.urls import path

from suluh.web.public import (
    codes,
    fact_feeds,
    facts,
    feeds,
    files,
    home,
    offices,
    pages,
    searching,
    shared_packs,
    sitemaps,
    stories,
)

public_urls = [
    path("", home.show_home, name="home"),
    path("berita/<int:pk>-<slug:slug>/", stories.show_story, name="story"),
    path("instansi/", offices.show_offices, name="offices"),
    path("instansi/<slug:slug>/", offices.show_office, name="office"),
    path("cari/", searching.search_stories, name="search"),
    path("asli/", codes.ask_code, name="ask_code"),
    path("bagikan/<str:secret>/", shared_packs.show_shared_pack, name="shared_pack"),
    path("bagikan/<str:secret>/zip/", shared_packs.send_shared_archive, name="shared_pack_zip"),
    path("bagikan/<str:secret>/<int:file_pk>/", shared_packs.send_shared_file, name="shared_pack_file"),
    path("c/<str:text>", codes.show_code, name="code"),
    path("cek/fakta/", facts.show_facts, name="fact_checks"),
    path("cek/fakta/<int:pk>-<slug:slug>/", facts.show_fact, name="fact_check"),
    path("cara-periksa/", pages.show_how_to_check, name="how_to_check"),
]
plain_urls = [
    path("berkas/<int:pk>/<str:name>", files.send_rendition, name="rendition"),
    path("berkas/<int:pk>/kecil/<str:name>.webp", files.send_thumbnail, name="thumbnail"),
    path("gambar/<int:pk>/<str:name>", files.send_picture, name="picture"),
    path("umpan.atom", feeds.send_atom, name="atom"),
    path("umpan.json", feeds.send_json, name="json_feed"),
    path("instansi/<slug:slug>/umpan.atom", feeds.send_office_atom, name="office_atom"),
    path("instansi/<slug:slug>/umpan.json", feeds.send_office_json, name="office_json_feed"),
    path("cek/fakta/umpan.atom", fact_feeds.send_facts_atom, name="fact_checks_atom"),
    path("cek/fakta/umpan.json", fact_feeds.send_facts_json, name="fact_checks_json"),
    path("cek/fakta/claimreview.json", fact_feeds.send_claim_reviews, name="claim_reviews"),
    path("sitemap.xml", sitemaps.send_index, name="sitemap"),
    path("sitemap-halaman.xml", sitemaps.send_pages, name="sitemap_pages"),
    path("sitemap-cek-fakta.xml", sitemaps.send_facts, name="sitemap_facts"),
    path("sitemap-naskah-<int:number>.xml", sitemaps.send_stories, name="sitemap_stories"),
    path("robots.txt", pages.send_robots, name="robots"),
    path(".well-known/security.txt", pages.send_security, name="security"),
    path("segel/kepercayaan.pem", pages.send_trust_list, name="trust_list"),
    path("situs.webmanifest", pages.send_manifest, name="manifest"),
]
