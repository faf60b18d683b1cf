"""The addresses of the desk: one story's pages, the office's media, packs."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _

from suluh.foundation.navigation import NavigationEntry
from suluh.web.desk.views import (
    begin,
    correct,
    editor,
    home,
    known_claims,
    leave,
    media,
    office_words,
    pack,
    pack_draft,
    pack_share,
    panels,
    review,
    revisions,
)

desk_urls = [
    path("", home.desk, name="desk"),
    path("naskah/baru/", begin.begin, name="story_begin"),
    path("naskah/<int:pk>/", editor.editor, name="story_edit"),
    path("naskah/<int:pk>/temuan/", panels.coach_panel, name="story_coach"),
    path("naskah/<int:pk>/narasi/", panels.narrative_panel, name="story_narrative"),
    path("naskah/<int:pk>/pratinjau/", panels.preview_panel, name="story_preview"),
    path("naskah/<int:pk>/revisi/", revisions.revisions, name="story_revisions"),
    path("naskah/<int:pk>/revisi/<int:number>/pulihkan/", revisions.restore, name="story_restore"),
    path("naskah/<int:pk>/tinjau/", review.review, name="story_review"),
    path("naskah/<int:pk>/kecocokan/<int:match_pk>/", known_claims.decide_match, name="story_match"),
    path("naskah/<int:pk>/ralat/", correct.correct, name="story_correct"),
    path("naskah/<int:pk>/ralat/putuskan/", correct.decide, name="story_correct_decide"),
    path("naskah/<int:pk>/sembunyikan/", leave.withdraw, name="story_withdraw"),
    path("naskah/<int:pk>/tarik/", leave.recall, name="story_recall"),
    path("naskah/<int:pk>/paket/", pack.pack, name="story_pack"),
    path("naskah/<int:pk>/paket/kemajuan/", pack.progress, name="story_pack_progress"),
    path("naskah/<int:pk>/paket/<int:pack_pk>/zip/", pack.archive, name="story_pack_zip"),
    path("naskah/<int:pk>/paket/berkas/<int:file_pk>/", pack.file, name="story_pack_file"),
    path("naskah/<int:pk>/paket/bagikan/", pack_share.share, name="story_pack_share"),
    path("naskah/<int:pk>/paket/bagikan/<int:link_pk>/akhiri/", pack_share.end_share, name="story_pack_share_end"),
    path("naskah/<int:pk>/paket/format/<str:name>/", pack_draft.draft_format, name="story_pack_format"),
    path("naskah/<int:pk>/paket/format/<str:name>/<str:block>/", pack_draft.draft_block, name="story_pack_block"),
    path("kata/", office_words.office_words, name="office_words"),
    path("kata/<int:pk>/keluarkan/", office_words.remove_word, name="office_word_remove"),
    path("media/", media.media, name="media"),
    path("media/<int:pk>/", media.describe, name="media_describe"),
    path("media/<int:pk>/<slug:size>/", media.file, name="media_file"),
]

desk_navigation = [
    NavigationEntry(label=_("Stories"), url_name="desk", icon="home", order=10, below=("naskah/",)),
    NavigationEntry(label=_("New story"), url_name="story_begin", icon="plus", right="content.write", order=20),
    NavigationEntry(label=_("Media"), url_name="media", icon="picture", order=30),
]
