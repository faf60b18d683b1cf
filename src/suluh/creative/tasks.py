"""Drawing in the background."""

from __future__ import annotations

from django.conf import settings

from suluh.authenticity import api as authenticity
from suluh.content import api as content
from suluh.content.blocks import media_ids
from suluh.creative.actions.draw_pack import finish_pack, store
from suluh.creative.drawing.mark import Mark
from suluh.creative.models import Pack
from suluh.creative.packs.making import MadeFile, Order, Problem, make_pack, seal_of
from suluh.foundation import tenancy
from suluh.foundation.clock import now
from suluh.foundation.jobs import app


@app.task(name="creative.draw")
def draw(pack: int, office: int, code: str) -> None:
    """Draw, write and seal a pack. Cut short, it begins again; done already, it does nothing."""
    with tenancy.acting(office=office):
        found = Pack.objects.select_related("revision", "office", "code", "story").get(pk=pack)
        if found.state in {"ready", "failed"} or found.code is None or found.code.text != code:
            return
        Pack.objects.filter(pk=pack).update(state="drawing", done=0)
        files: list[MadeFile] = []
        problems: list[Problem] = []
        order = order_of(found)
        for made in make_pack(order):
            files += made.files
            problems += [made.problem] if made.problem else []
            Pack.objects.filter(pk=pack).update(done=len({f.layout for f in files}) + len(problems))
        if files:
            files.append(seal_of(files, order=order))
        finish_pack(found, files=files, stored=store(found, files=files), problems=problems)


def order_of(pack: Pack) -> Order:
    """Return all that a pack is made from, read from the database and the store."""
    story = pack.revision.text()
    brand = pack.office.brand()
    code = pack.code.text if pack.code else ""
    url = f"{settings.SITE_URL}/c/{code}"
    media = content.Media.objects.filter(pk__in=media_ids(story), office_id=pack.office_id)
    return Order(
        story=story,
        brand=brand,
        mark=Mark(code=code, url=url),
        signer=authenticity.office_signer(brand, folder=settings.KEYS_FOLDER, elsewhere=settings.SIGNER),
        claims=authenticity.Claims(
            title=story.headline,
            office=brand.name,
            code=code,
            code_url=url,
            at=now(),
            revision=f"{pack.story_id}/{pack.revision.number}",
            creator=brand.name,
            rights=pack.story.rights,
            language=story.language,
        ),
        pictures={str(picture.pk): picture.file.read() for picture in media},
    )
