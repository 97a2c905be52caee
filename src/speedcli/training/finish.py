"""From drafts to the blocks of the plan document, under the caps of a week."""

from __future__ import annotations

from functools import cached_property

from speedcli.knowledge.records import Role
from speedcli.training import measure
from speedcli.training.caps import Caps
from speedcli.training.compose import Composer, Draft
from speedcli.training.document import Block
from speedcli.training.dose import amounts


class Finisher:
    """Makes drafts into blocks under the caps of a week, and remembers the blocks it has made."""

    def __init__(self, composer: Composer, caps: Caps) -> None:
        self.composer = composer
        self.library = composer.library
        self.caps = caps
        self._blocks: dict[tuple[str, Role, int], Block] = {}

    def block(self, draft: Draft) -> Block:
        """The draft as a block of the plan document."""
        key = (draft.template.id, draft.role, draft.rung)
        if key not in self._blocks:
            self._blocks[key] = self._block(draft)
        return self._blocks[key]

    def _block(self, draft: Draft) -> Block:
        lines = amounts(draft.strands, draft.ladder.rungs[draft.rung])
        done = self.composer.items.of(lines, self.caps)
        template = draft.template
        timed = template.stop_timed if "timing" in self.composer.athlete.provided else None
        return Block(
            template=template.id,
            role=draft.role,
            title=template.title,
            load=template.load,
            minutes=measure.block_minutes(done, self.library),
            stop=f"{template.stop} {timed}" if timed else template.stop,
            items=done,
        )

    def metres(self, draft: Draft) -> int:
        """The draft's metres at full effort."""
        return measure.effort_metres(self.block(draft).items, self.library.planning)

    def warm_up(self, fast: bool) -> Block | None:
        """The warm-up before fast or easy work, as long as the athlete's group asks."""
        return self._fast_warm_up if fast else self._easy_warm_up

    @cached_property
    def _easy_warm_up(self) -> Block | None:
        draft = self.composer.draft([self.library.planning.warm_up_easy], "warm-up", 0)
        return draft and self.block(draft)

    @cached_property
    def _fast_warm_up(self) -> Block | None:
        draft = self.composer.draft([self.library.planning.warm_up_fast], "warm-up", 0)
        if draft is None:
            return None
        wanted = self.composer.athlete.warm_up_min
        while self.block(draft).minutes < wanted and draft.rung + 1 < len(draft.ladder.rungs):
            draft = draft._replace(rung=draft.rung + 1)
        return self.block(draft)

    @cached_property
    def cool_down(self) -> Block | None:
        """The cool-down, if the athlete can do one."""
        draft = self.composer.draft([self.library.planning.cool_down], "cool-down", 0)
        return draft and self.block(draft)
