"""The test stories in English."""

from __future__ import annotations

from dataclasses import replace

from suluh.content.blocks import CallToAction, Contact, MythFact, Number, Paragraph, Quote, Step
from suluh.creative.drawing.tests.samples import EXTREME, SHORT, TYPICAL

LONG_NAME = "Interdepartmental Coordination and Accountability Directorate"

_TYPICAL = replace(
    TYPICAL,
    language="en",
    headline="South Sumatra and KPK agree to exchange anti-corruption content",
    lead="Prevention grows stronger through digital media that bring information to the public.",
    topic="Working together",
    blocks=(
        Paragraph(id="p1", text="The support was shown at a <em>joint training</em> in Palembang."),
        Quote(
            id="q1",
            text="Our challenge is to find new ways, among them how to turn information into content that people "
            "understand easily.",
            speaker="Yuyu A. Iskak",
            title="Head of Public Relations, KPK",
        ),
        Number(id="n1", value="17", label="regencies and cities share content", source="Diskominfo Sumsel"),
        Step(id="s1", title="Exchange of content", text="Content on prevention is shared by all partners."),
        Step(id="s2", title="A stronger message", text="National and regional offices say the same thing."),
        Step(id="s3", title="No hoaxes passed on", text="Information is checked before it is shared."),
        Step(id="s4", title="Check the source", text="Make sure that it comes from an official site."),
        CallToAction(id="c1", text="Honesty is cool. Share what is true.", url="https://kpk.go.id/lapor"),
        Contact(id="k1", name="Diskominfo Sumsel, public relations", email="humas@example.go.id"),
    ),
)
ENGLISH = {
    "short": replace(SHORT, language="en", headline="Honesty is cool."),
    "typical": _TYPICAL,
    "extreme": replace(
        EXTREME,
        language="en",
        headline="The Provincial Government of South Sumatra and the Corruption Eradication Commission signed a joint "
        "commitment on the exchange of content",
        topic=LONG_NAME,
        place=LONG_NAME,
        blocks=(
            Quote(id="q1", text="We need good content. " * 8, speaker=f"Prof. Dr. {LONG_NAME}", title=LONG_NAME),
            *(Step(id=f"s{n}", title=LONG_NAME, text="Content is shared by all partners.") for n in range(6)),
            Number(id="n1", value="Rp350,000,000,000", label=LONG_NAME, source=LONG_NAME),
            Number(id="n2", value="72%", label=LONG_NAME),
            MythFact(id="m1", myth="Few places left!! " * 6, fact="It costs nothing at all. " * 6, source=LONG_NAME),
            CallToAction(id="c1", text=f"Ask the {LONG_NAME}", url="https://" + "very-long-name." * 5 + "go.id"),
        ),
    ),
}
