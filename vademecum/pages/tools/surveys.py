"""Survey -> its page: what it is for, how to answer, the questions with room for the answers."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import tree
from vademecum.document.tree import Block
from vademecum.model.tools import Asked, Survey
from vademecum.pages.common.text_builder import box, heading
from vademecum.pages.tools.tool_writer import ToolWriter

ABOUT_ONESELF, ANSWER = 1, 6  # lines to write on


class SurveyWriter(ToolWriter[Survey]):
    """Writes a survey."""

    def blocks(self) -> Iterator[Block]:
        yield from self.markdown(("purpose",), self.tool.purpose)
        yield from self.whose(self.tool.sources)
        yield heading(self.t["how_to_answer"], "how")
        yield from self.markdown(("introduction",), self.tool.introduction)
        for number, text in enumerate(self.tool.before):
            words = self.markdown(("before", number), text)
            yield box("asked", (*words, tree.Blank(f"before-{number + 1}", self.label(text), ABOUT_ONESELF)))
        for key, section in self.tool.sections.items():
            yield tree.Heading(2, self.words(section.title), key)
            for id_, asked in section.questions.items():
                yield self.asked(key, id_, asked)

    def asked(self, section: str, id_: str, asked: Asked) -> Block:
        """A question, where it comes from, and room for the answer."""
        words = self.markdown(("sections", section, "questions", id_, "text"), asked.text)
        room = tree.Blank(f"{section}-{id_}", self.label(asked.text), ANSWER)
        return box(
            "asked", (*words, *self.whose(asked.sources, self.t["our_question"] if asked.ours else ""), room)
        )
