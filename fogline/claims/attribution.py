"""Who says so: the speech that a claim stands under, through whom it came, and the speaker's stance."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.arguments import of_verb
from fogline.claims.attribution_cues import Cue, cue_over, cues_of, is_content
from fogline.claims.attribution_heads import QUOTING
from fogline.claims.attribution_kinds import SourceKind, kind_of
from fogline.claims.attribution_names import described, speakers
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene
from fogline.language.coreference_speech import quotes
from fogline.language.plain import Sentence, Word, Words
from fogline.records import MentionKind, Name, Stance

__all__ = ["SourceKind", "Speech", "described", "heard_over", "speech_by", "speech_over"]

NAMING = 8  # words, as far as the verb, of a sentence that names a speaker
QUOTES = "fogline.quotes"  # where a document keeps its quotes


@dataclass(frozen=True, slots=True)
class Speech:
    """Speakers and their stance.  `verb` is the word that says so; `via` the medium they spoke to or were cited by.

    `speakers` is empty where a medium alone is named; `denies` turns what is told around.
    """

    verb: Word
    speakers: tuple[Name, ...]
    via: Name | None
    denies: bool
    stance: Stance = Stance.SAY

    @property
    def kinds(self) -> tuple[SourceKind | None, ...]:
        """The kind of each speaker."""
        return tuple(map(kind_of, self.speakers))


def speech_over(act: Word, scene: Scene) -> Speech | None:
    """The speech that an act is told in; `None` where the report says it in its own voice."""
    cue = heard_over(act)
    return speech_by(cue, scene) if cue is not None else None


def heard_over(act: Word) -> Cue | None:
    """The cue that a word stands under: in its sentence, else outside the quote that it stands in."""
    return cue_over(act) or _quoted(act)


def speech_by(cue: Cue, scene: Scene) -> Speech | None:
    """The speech of a cue; `None` where nobody is named."""
    named = speakers(cue.heads, scene, cue=cue.word)
    via = _medium(cue, scene)
    cited = _cited(cue, scene)
    if cited:
        own = _agency(cue.heads, scene)
        return Speech(cue.word, cited, own or via, cue.denies, cue.stance)
    if not named:
        return None
    wire = _agency(cue.heads, scene) if via is None and cue.word.lemma == "report" else None
    if wire is not None and wire.key in lexicon("speech")["wires"]:  # "The AP reports": through the AP, whoever says so
        return Speech(cue.word, (), wire, cue.denies, cue.stance)
    return Speech(cue.word, named, via, cue.denies, cue.stance)


def _medium(cue: Cue, scene: Scene) -> Name | None:
    """The medium that was told: "told Reuters"; or that quotes: "was quoted by SANA as saying"."""
    if cue.word.pos_ != "VERB":
        return None
    lent = of_verb(cue.word)
    heard = [t for role in ("object", "iobj", "to") for t in lent.get(role)]
    if cue.word.head.lemma in QUOTING:
        heard += of_verb(cue.word.head).get("subject")
    return _agency(heard, scene)


def _agency(heads: list[Word] | tuple[Word, ...], scene: Scene) -> Name | None:
    return next((m.name for m in scene.mentions(heads, actor=True) if m.kind is MentionKind.AGENCY), None)


def _cited(cue: Cue, scene: Scene) -> tuple[Name, ...]:
    """Whom the speaker cites: "SANA reported, citing a military source"."""
    for token in cue.word.doc[cue.word.i + 1 : cue.word.sent.end]:
        if token.tag_ == "VBG" and token.lemma in QUOTING:
            heads = [t for t in of_verb(token).get("object") if _can_speak(t, scene)]
            if heads:
                return speakers(heads, scene, cue=cue.word)
    return ()


def _can_speak(head: Word, scene: Scene) -> bool:
    words = lexicon("speech")
    if scene.mention(head.i, actor=True) is not None:
        return True
    return head.lemma in words["persons"] | words["channel"]


def _quoted(act: Word) -> Cue | None:
    """The cue of a quote of several sentences: in the sentence where it ends or starts, else the one before."""
    inside: dict[int, tuple[int, int]] | None = act.doc.kept.get(QUOTES)
    if inside is None:
        inside = act.doc.kept[QUOTES] = quotes(act.doc.parsed)
    if act.i not in inside:
        return None
    start, end = inside[act.i]
    cues = cues_of(act.doc)
    for sentence in (act.doc[end - 1].sent, act.doc[start].sent):
        for i in range(sentence.start, sentence.end):
            if i in cues and not any(start <= t.i < end for t in (cues[i].word, *cues[i].heads)):  # "according to “K”"
                return cues[i]
    if end + 1 < len(act.doc) and (cue := _behind(act.doc[end + 1].sent, cues)) is not None:
        return cue
    return _carried(act.doc, start, inside, cues)


def _behind(sentence: Sentence, cues: dict[int, Cue]) -> Cue | None:
    """The cue of a sentence that does nothing but name the speaker: "“... We left.” K said."."""
    cue = next((cues[i] for i in range(sentence.start, min(sentence.end, sentence.start + NAMING)) if i in cues), None)
    if cue is None or sentence.end - cue.word.i > NAMING:
        return None
    return None if any(is_content(child, cue.word) for child in cue.word.children) else cue


def _carried(doc: Words, start: int, inside: dict[int, tuple[int, int]], cues: dict[int, Cue]) -> Cue | None:
    """The cue of the sentence before a quote, where a quote of that speaker ends or is cut: "..., K said. “...”"."""
    if start < 2 or not doc[start - 1].is_sent_start:
        return None
    if doc[start - 2].text == ":" and start - 2 in cues:  # "K went further:", and the quote below
        return cues[start - 2]
    before = doc[start - 2].sent
    quoted = any(i in inside for i in range(before.start, before.end))
    outside = [i for i in range(before.start, before.end) if i in cues and i not in inside and cues[i].beside]
    if quoted and outside:
        return cues[outside[-1]]
    return cues.get(before.root.i) if not quoted else None  # "K said that it was over. “...”"
