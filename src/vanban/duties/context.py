"""What a place in the body inherits from the headings and stems above it."""

from __future__ import annotations

import msgspec

from vanban.model.document import Party


class Context(msgspec.Struct, frozen=True):
    """Who is spoken of, and how much it takes to make a duty of a sentence.

    `assignees` by a heading or stem, `coordinators` with them, `via` the organ through which they are ordered.
    `demanded` says that the items follow an order ("yêu cầu:", "kết luận như sau:"). `guarded`: the part speaks of
    aims, results or norms, where only an express order or "phải", "có trách nhiệm" makes a duty; `descriptive`: not
    even a heading with a name does; `requirement`: it lists what is required; `reported`: it tells how
    things stand, and only an express order counts. `closed`: the body of a norm.
    `handed`: the items are what the issuer itself was told to do. `stem`: the assignees come from a sentence over
    items, which may also explain; not from a heading. `assigning`: under "Phân công nhiệm vụ" whatever stands before a
    colon is somebody who gets a task.
    """

    assignees: tuple[Party, ...] = ()
    via: Party | None = None
    force: str = "order"
    demanded: bool = False
    guarded: bool = False
    descriptive: bool = False
    requirement: bool = False
    reported: bool = False
    closed: bool = False
    handed: bool = False
    stem: bool = False
    assigning: bool = False
    coordinators: tuple[Party, ...] = ()
    instructed_by: tuple[Party, ...] = ()
