"""The film's frames, its files, and how it is stopped."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image

from suluh.authenticity.authority import Authority
from suluh.authenticity.frame import is_marked
from suluh.authenticity.sealing import Claims
from suluh.content.blocks import MythFact, Number, Step, StoryText
from suluh.creative.drawing.rendition import TextDoesNotFit
from suluh.creative.drawing.tests.samples import EXTREME, MARK, SHORT, SUMSEL
from suluh.creative.packs.making import MadeFile, Order
from suluh.creative.video import film as filming
from suluh.creative.video.encoding import VideoFailed, encode, ffmpeg
from suluh.creative.video.film import FRAMES_A_SECOND, Film
from suluh.creative.video.layers import HEIGHT, WIDTH
from suluh.creative.video.making import make_video, shoot

NOW = datetime.now(tz=UTC).replace(microsecond=0)
STORY = StoryText(
    headline="Jujur itu keren.",
    blocks=(
        MythFact(id="m1", myth="Mengadu harus membayar.", fact="Mengadu tidak dipungut biaya."),
        Number(id="n1", value="350", label="aduan dijawab"),
        Step(id="s1", title="Tulis aduan", text="Sebut tempat dan waktu kejadian dengan jelas."),
    ),
)


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    authority = Authority(tmp_path_factory.mktemp("installation") / "keys")
    authority.set_up(name="Suluh", at=NOW)
    claims = Claims(title=STORY.headline, office=SUMSEL.name, code=MARK.code, code_url=MARK.url, at=NOW)
    signer = authority.office_signer("sumsel", name=SUMSEL.name, at=NOW)
    return Order(story=STORY, brand=SUMSEL, mark=MARK, signer=signer, claims=claims)


def film_of(order: Order) -> Film:
    shot = shoot(order)
    return Film(timeline=shot.timeline, cues=shot.cues, layers=shot.layers)


@pytest.fixture(scope="module")
def film(order: Order) -> Film:
    return film_of(order)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show one frame of each second: the same film, in a moment."""
    monkeypatch.setattr(filming, "FRAMES_A_SECOND", 1)


def goes_on(share: float) -> bool:
    return 0 <= share <= 1


@pytest.mark.slow
def test_every_frame_is_whole_and_the_picture_moves(film: Film) -> None:
    first, later = film.at(0).data(), film.at(40).data()
    assert len(first) == len(later) == WIDTH * HEIGHT * 3 // 2
    assert first != later


@pytest.mark.slow
def test_the_poster_shows_the_office_s_colours_and_is_as_large_as_the_film(film: Film) -> None:
    poster = film.poster()
    assert poster.size == (WIDTH, HEIGHT)
    small = poster.quantize(32).convert("RGB")
    shades = [colour for _count, colour in small.getcolors() or [] if isinstance(colour, tuple)]
    red = tuple(int(SUMSEL.primary[at : at + 2], 16) for at in (1, 3, 5))
    nearest = min(sum(abs(a - b) for a, b in zip(red, shade, strict=True)) for shade in shades)
    assert nearest <= 60, "the motif is painted in the brand's own red or a darker one beside it"


@pytest.mark.slow
def test_nothing_is_drawn_where_networks_lay_their_signs(film: Film) -> None:
    """At the right edge, beside the words, every frame at rest shows the motif's sky alone."""
    for second in (3, 8, 12):
        picture = film.at(second * FRAMES_A_SECOND).picture()
        edge = picture.crop((WIDTH - 60, 300, WIDTH, 700)).convert("L")
        darkest = edge.getextrema()[0]
        assert isinstance(darkest, (int, float))
        assert darkest > 60


@pytest.mark.slow
@pytest.mark.usefixtures("hurried")
def test_a_video_comes_with_captions_and_poster_and_carries_a_seal(order: Order) -> None:
    files = {file.name: file for file in make_video(order, tell=goes_on)}
    assert list(files) == ["video.mp4", "video.srt", "video.vtt", "video.txt", "video-poster.jpg"]
    assert is_marked(files["video.mp4"].data)
    assert is_marked(files["video-poster.jpg"].data)
    assert "Mengadu tidak dipungut biaya." in files["video.mp4"].alt
    assert files["video.vtt"].data.startswith(b"WEBVTT")
    with Image.open(io.BytesIO(files["video-poster.jpg"].data)) as poster:
        assert poster.size == (WIDTH, HEIGHT)
    assert {"Video: h264 (High)", "Audio: aac (LC)", f"{WIDTH}x{HEIGHT}"} <= set(told_of(files["video.mp4"]))


def told_of(file: MadeFile) -> list[str]:
    """Return which of the words that networks ask for ffmpeg says of a file."""
    said = subprocess.run([ffmpeg(), "-hide_banner", "-i", "pipe:0"], input=file.data, capture_output=True, check=False)
    words = said.stderr.decode()
    return [word for word in ("Video: h264 (High)", "Audio: aac (LC)", f"{WIDTH}x{HEIGHT}") if word in words]


@pytest.mark.slow
def test_a_stopped_film_leaves_nothing() -> None:
    assert encode(Stub(bytes(WIDTH * HEIGHT * 3 // 2)), sound=None, tell=lambda _share: False) is None  # type: ignore[arg-type]


class Stub:
    """A film of two frames, or one whose frames are no frames."""

    count = 2

    def __init__(self, frame: bytes) -> None:
        self._frame = frame

    def frames(self) -> list[bytes]:
        return [self._frame] * self.count


@pytest.mark.slow
def test_what_ffmpeg_cannot_make_a_film_of_is_refused_in_words() -> None:
    with pytest.raises(VideoFailed) as refusal:
        encode(Stub(b"no frame"), sound=b"no sound", tell=goes_on)  # type: ignore[arg-type]
    assert refusal.value.hint


@pytest.mark.slow
def test_long_names_emoji_and_large_figures_find_room(order: Order) -> None:
    shot = shoot(replace(order, story=EXTREME))
    assert "🎉" in shot.layers.left_out or not shot.layers.left_out
    assert shot.timeline.left_out, "what there is no time for is named"


@pytest.mark.slow
def test_a_text_without_room_names_its_block(order: Order) -> None:
    story = replace(SHORT, headline="Sangat panjang sekali " * 40)
    with pytest.raises(TextDoesNotFit) as refusal:
        shoot(replace(order, story=story))
    assert refusal.value.block == "story"
    assert refusal.value.cut > 0
