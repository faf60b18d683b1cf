"""English, as press offices in and around Indonesia write it."""

from __future__ import annotations

from suluh.content.structure.words import Words, bag, months
from suluh.content.structure.words._indonesia import PLACES

WORDS = Words(
    saying=bag(
        """said says told added adds stated noted explained remarked stressed emphasised emphasized announced warned
        continued concluded wrote commented argued urged replied insisted recalled"""
    ),
    stance=bag("hopes hoped welcomed praised thanked urges supports believes believed expects expected called"),
    he_or_she=bag("he she they"),
    pronoun_ending="",
    before_saying=bag("also then later once"),
    according_to=bag("according"),
    in_the_office_of=bag("as"),
    titles=bag(
        """head chief director president minister governor mayor regent secretary chair chairman chairwoman chairperson
        deputy acting spokesperson spokesman spokeswoman commissioner manager coordinator officer professor rector dean
        ambassador representative vice executive managing general inspector judge prosecutor founder co-founder ceo
        resident teacher farmer student nurse doctor member leader adviser advisor analyst senator lead senior"""
    ),
    place_titles=frozenset(),
    title_links=bag("of at the for and in & /"),
    organisation_heads=bag(
        """ministry department office agency commission university institute bank council foundation board bureau
        committee authority court hospital school company"""
    ),
    organisation_words=bag(
        """health education communication communications information public relations affairs corruption eradication
        national regional provincial of the and for government republic development planning finance office agency
        ministry commission department bureau minister director general executive officer board"""
    ),
    acronyms=bag("KPK UN WHO UNICEF UNODC UNDP USAID EU ASEAN OECD IMF BPS BNPB BMKG BPK NGO"),
    place_heads=bag("province regency city district village island river hotel hall street airport port stadium park"),
    places=PLACES
    | frozenset(
        {
            "South Sumatra",
            "West Java",
            "East Java",
            "Central Java",
            "Geneva",
            "London",
            "Singapore",
            "Kuala Lumpur",
            "New York",
            "Washington",
            "Bangkok",
            "Manila",
            "Vienna",
            "Paris",
        }
    ),
    courtesy=bag("mr mrs ms miss sir madam"),
    before_name=bag("dr prof ir rev gen col capt lt sgt h hj drs"),
    after_name=bag("phd md jr sr mba ma msc bsc llm esq se mm sh mh"),
    abbreviations=bag(
        "mr mrs ms dr prof st no vs etc inc ltd co corp dept gen col capt lt sgt rev fig e.g i.e u.s u.k jr ir h"
    ),
    particles=bag("van von de der den di da la al bin binti"),
    months=months(
        """january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sep,sept
        october,oct november,nov december,dec"""
    ),
    weekdays=bag("monday tuesday wednesday thursday friday saturday sunday"),
    stop=bag(
        """the a an and or of to in on at by for with from is are was were be been it its this that these those he she
        they we you i his her their our as will would can could should must has have had not also but which who more
        than into over under about after before during such all each other some any most one new only both very if so
        there here when where how what while through between up out no nor per via said says"""
    ),
    clause_starts=bag(
        "which who that to for in on at with by from as after before during while because through and of"
    ),
    never_names=bag(
        """the a an this that these those it its we they he she our their his her in on at for from with by as and but
        or if when while after before during since according more most all each both there here however meanwhile
        also today yesterday about press release media contact news for immediate"""
    ),
    pointing_back=bag("this these that those it he she they such also"),
    units=bag(
        """people residents participants districts regencies cities provinces villages schools students teachers
        patients doses packages tons tonnes metres meters kilometres kilometers hectares days hours minutes months
        years units cases reports agencies videos families households companies countries"""
    ),
    currency=bag("rp idr usd us$ $ € £"),
    magnitudes=bag("thousand million billion trillion"),
    counted_out=bag("no number article section page phone tel fax floor room chapter version year in since"),
    labels=("press release", "for immediate release", "media release", "news release", "embargoed", "date", "contact"),
    not_spoken=bag("titled entitled themed theme called named dubbed slogan tagline campaign programme program motto"),
    wish=bag("must should need needs can will help improve strengthen protect prevent ensure free important aims goal"),
    calls=(
        "please ",
        "visit ",
        "call ",
        "contact ",
        "register ",
        "report ",
        "join ",
        "learn more",
        "for more information",
        "do not ",
        "don't ",
        "let us ",
        "let's ",
        "residents are urged",
        "the public is urged",
        "to register",
    ),
    call_from=((r"\bwe (?:all )?(?:need to|must|should) (?P<what>\w+ .+)", "Let us {what}"),),
    that="that",
    openers=("in addition, ", "meanwhile, ", "therefore, ", "however, ", "moreover, "),
    reasons=bag("to because so for"),
    means=bag("through by with via using"),
    events={"signing": "Sign", "launch": "Launch", "opening": "Open"},
    between=("between", "and"),
    about=bag("on about regarding concerning"),
    especially=bag("especially particularly"),
    joined_by="and",
    heads_last=True,
)
