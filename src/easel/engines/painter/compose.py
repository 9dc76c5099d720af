"""Composition: where every copy of every thing stands, and how large, in a picture of any shape."""

import numpy as np

from easel.engines.painter.across import is_across, is_land, is_span, place_land, place_span, untied
from easel.engines.painter.aloft import place_aloft, set_afloat
from easel.engines.painter.apart import keep_apart
from easel.engines.painter.attending import at_their_trades, room_of
from easel.engines.painter.binding import held_in_frame, place_bonds
from easel.engines.painter.boughs import place_branch
from easel.engines.painter.company import LIVING, crowd_and_heroes, gaps, gathered, least_share
from easel.engines.painter.figures import figure_of, place_figure
from easel.engines.painter.fixed import fix, fixed, unhung
from easel.engines.painter.footing import footing
from easel.engines.painter.herds import herds, place_herd
from easel.engines.painter.holding import LED_MAX, STAVES, is_led
from easel.engines.painter.laid import for_table, lay, table_of
from easel.engines.painter.looking import face_along, look_at, look_at_each_other
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.provided import provided
from easel.engines.painter.relations import Order, amid, left_to_right, order_of, worn_already
from easel.engines.painter.rows import rows_for, span_of, staggered, start_of, table_share
from easel.engines.painter.scene import Scene
from easel.engines.painter.seabed import place_on_seabed, sunken
from easel.engines.painter.sheets import is_design, place_border, place_on_sheet, place_pattern
from easel.engines.painter.sprites import Sprite, get
from easel.engines.painter.sprites.deeds import is_afloat, is_aloft
from easel.engines.painter.strewn import strew, strewn
from easel.engines.painter.things import Placed
from easel.engines.painter.variety import posed, shot_of

#: How much of the frame's height the main thing takes for each framing of the camera, relative to the usual.
CAMERA_SCALE = {"normal": 1.0, "wide": 0.55, "full_body": 1.25, "birds_eye": 0.72, "low_angle": 1.3}
#: Largest share of the frame that one thing may take, high and wide.
LARGEST = (0.86, 0.9)
#: Framings that leave a still life as large as it is.
STILL = frozenset({"normal", "birds_eye"})
#: The share of the picture's height that a mount under its rider has.
MOUNTED = 0.4
#: How much taller than a child somebody half grown is.
HALF_GROWN = 1.15
#: How far away things stand by group, and those whose back is to a wall.
FAR = {"building": 0.62, "plant": 0.4, "vehicle": 0.3, "fireplace": 0.9, "bookshelf": 0.9, "wardrobe": 0.9}
#: The natural height to which a few small animals grow that have the picture to themselves.
CLOSER = 0.17
#: The least share of the picture's height that one animal has which holds something.
BUSY_ANIMAL = 0.3
#: What is over the head of who holds it, as a bunch of balloons is.
OVER_HEAD = frozenset({"umbrella", "fishing_rod"})
#: From this natural height on a plant is a tree.
TREE = 0.4
#: The height of each row in that of the one before it.
ROW_BEHIND = 0.82
#: Sizes of groups towards each other when several stand in one picture: a house is more than a cat.
GROUP_SCALE = {"building": 1.3, "person": 1.0, "animal": 0.85, "plant": 1.0, "food": 0.75, "object": 0.8}


def compose(scene: Scene) -> list[Placed]:
    """Every copy of the plan's things with its place, from the farthest to the nearest."""
    return layout_of(scene, scene.plan).laid_out().items()


def layout_of(scene: Scene, plan: ScenePlan) -> "Layout":
    """The things of `plan` that are to be placed in the scene, none of them placed yet."""
    plan = at_their_trades(plan)
    there = provided(plan)
    worn = worn_already(plan)
    wanted = {
        i: get(t.kind)
        for i, t in enumerate(plan.things)
        if t.count > 0 and t.kind not in plan.excluded | there and i not in worn
    }
    order = untied(plan, order_of(plan))
    return Layout(scene, plan, unhung(plan, order) if scene.light.indoors else order, wanted)


class Layout:
    """The placement in the making: `copies` maps a thing's index to its placed copies."""

    def __init__(self, scene: Scene, plan: ScenePlan, order: Order, sprites: dict[int, Sprite]):
        self.scene, self.plan, self.order, self.sprites = scene, plan, order, sprites
        self.rng = scene.rng("compose")
        #: The part of the width that rows may fill.
        self.span = span_of(scene)
        self.ground = scene.ground
        self.copies: dict[int, list[Placed]] = {}
        #: What is there besides the plan's things: the table under them.
        self.props: list[Placed] = []
        #: Who stands before a crowd that is only there for them.
        self.heroes: frozenset[int] = frozenset()
        self.roots = [i for i in sprites if order.host_of(i) is None or order.host_of(i).host not in sprites]
        self.total = sum(plan.things[i].count for i in self.roots)
        self.shot = shot_of(self)
        self.in_lane = setting_of(plan) in ("street", "market", "neon_street", "hutong")

    def laid_out(self) -> "Layout":
        """Place everything."""
        if self.sprites:
            self.place_roots()
            face_along(self)
            place_bonds(self)
            held_in_frame(self, moves=True)
            self.turn_faces()
            gathered(self)
            if not is_design(self):
                keep_apart(self)
        return self

    def placed(self) -> list[Placed]:
        """All copies of all things, in the words' order."""
        return [item for copies in self.copies.values() for item in copies]

    def items(self) -> list[Placed]:
        """All copies and props, from the farthest to the nearest."""
        return sorted(self.placed() + self.props, key=lambda item: (item.order, item.index, item.copy))

    def tall(self, index: int) -> float:
        """The wanted height in pixels of one copy of the thing."""
        scene, sprite, thing = self.scene, self.sprites[index], self.plan.things[index]
        share = sprite.height * thing.size * CAMERA_SCALE.get(self.plan.camera, 1.0)
        share *= HALF_GROWN if thing.trait("age") == "teen" else 1.0
        if len(self.roots) == 1:
            share *= 1.42 if thing.count == 1 else 1.2 if thing.count == 2 else 1.0
            share = max(share, 0.2 * thing.size) if thing.count <= 2 else share
        else:
            share *= GROUP_SCALE.get(sprite.group, 1.0)
            if sprite.group in LIVING and "building" in self._groups():
                share *= 0.85
            share = max(share, 0.1 * thing.size)
        if any(bond.kind == "riding" and bond.host == index for bond in self.order.bonds):
            # A mount with its rider is the subject, and the two together are what is to be seen.
            share = max(share, MOUNTED * thing.size * CAMERA_SCALE.get(self.plan.camera, 1.0))
        elif index in self.heroes or (1 < len(self.roots) and self.total <= 3 and self._groups() <= LIVING):
            share *= 1.3
        largest = max(self.sprites[i].height * self.plan.things[i].size for i in self.roots) if self.roots else 1.0
        if self.total <= 4 and all((s.group, s.place) == ("animal", "ground") for s in self.sprites.values()):
            # Nothing but insects: one looks closer.
            share *= max(1.0, min(2.2, CLOSER / largest))
        share *= self.ground.scale * self.shot * self.rng.uniform(0.94, 1.06)
        share = max(share, least_share(self, index))
        if self.still_life():
            share = table_share(self, index)
        held = [
            self.plan.things[bond.child] for bond in self.order.bonds if bond.host == index and bond.kind == "holding"
        ]
        if held and len(self.roots) == 1 and sprite.group == "animal":
            # One looks closer at what a mouse has in its paws.
            share = max(share, BUSY_ANIMAL * thing.size)
        if any(thing.kind in OVER_HEAD or (thing.kind == "balloon" and thing.count > 2) for thing in held):
            share = min(share, 0.58)
        if thing.kind == "dancer" or thing.trait("pose") in ("dancing", "waving"):
            # An arm is raised over the head.
            share = min(share, 0.76)
        room = LARGEST[1] * scene.width / max(room_of(thing), 0.05)
        return min(room, self.within(share * scene.unit, sprite))

    def _groups(self) -> set[str]:
        return {self.sprites[i].group for i in self.roots}

    def still_life(self) -> bool:
        """Whether the picture is of a few things on a table."""
        return (
            self.total <= (14 if self.scene.setting == "table_top" else 8)
            and self.ground.kind == "table"
            and self.plan.camera in STILL
        )

    def within(self, tall: float, sprite: Sprite) -> float:
        """The height, cut to what the frame can hold."""
        high = min(LARGEST[0], self.ground.near - 0.05) if self.ground.kind == "ground" else LARGEST[0]
        limit = min(high * self.scene.height, LARGEST[1] * self.scene.width / max(sprite.width, 0.05))
        limit *= min(1.0, self.shot)
        return max(3.0, min(tall, limit))

    def extent(self, index: int) -> float:
        """The width in heights of the thing with everything that is bound to it."""
        wide = room_of(self.plan.things[index]) or self.sprites[index].width
        if self.sprites[index].group == "building" and any(self.sprites[i].group != "building" for i in self.roots):
            # The others may stand before a part of it.
            wide *= 0.55
        elif self._is_tree(index) and any(not self._is_tree(i) for i in self.roots):
            # Crowns may touch, and hang over what stands beside them.
            wide *= 0.66
        for bond in self.order.bonds:
            if bond.host == index and bond.child in self.sprites:
                if bond.kind == "holding":
                    wide += self._beside(index, bond.child)
                wide += {"behind": 0.3, "in_front_of": 0.3, "holding": 0.12}.get(bond.kind, 0.0)
        return max(wide, 0.28)

    def _beside(self, holder: int, held: int) -> float:
        """How much more room, in its heights, a holder takes whose flag flies or whose horse stands beside it."""
        own, sprite = self.sprites[holder], self.sprites[held]
        if own.group == "person" and is_led(sprite):
            return 0.9 * sprite.width * min(LED_MAX, sprite.height / own.height)
        return 0.4 if self.plan.things[held].kind in STAVES else 0.0

    def _is_tree(self, index: int) -> bool:
        return self.sprites[index].group == "plant" and self.sprites[index].height >= TREE

    def place_roots(self) -> None:
        """Place everything that no relation ties to another thing."""
        plan = self.plan
        around = [i for i in self.roots if plan.things[i].trait("place") == "border"]
        place_border(self, around)
        self.roots = [i for i in self.roots if i not in around]
        if is_design(self):
            (place_pattern if plan.setting == "pattern" else place_on_sheet)(self)
            return
        figure = figure_of(self)
        if figure is not None:
            place_figure(self, figure, alone=len(self.roots) == 1)
        waiting = [i for i in self.roots if i not in self.copies]
        for index in [i for i in waiting if plan.things[i].at is not None]:
            self.place_at(index)
        waiting = [i for i in waiting if i not in self.copies]
        fix(self, fixed(self, waiting))
        strew(self, strewn(self, waiting))
        self.roots = [i for i in self.roots if i not in strewn(self, self.roots) + fixed(self, self.roots)]
        waiting = [i for i in waiting if i not in self.copies]
        aloft = [i for i in waiting if self.layer(i) == "sky"]
        for index in [i for i in waiting if is_land(plan, plan.things[i])]:
            place_land(self, index)
        for index in [i for i in waiting if plan.things[i].kind == "branch"]:
            place_branch(self, index)
        # Who is before a city's river is as large as without the tower on the other side.
        self.roots = [i for i in self.roots if not is_across(plan, plan.things[i])]
        for index in [i for i in waiting if is_span(plan, plan.things[i])]:
            place_span(self, index)
        waiting = [i for i in waiting if i not in self.copies]
        grounded = [i for i in waiting if self.layer(i) == "ground" and i not in self.copies]
        laid, table = for_table(self, grounded), table_of(self, grounded)
        self.roots = [i for i in self.roots if i not in (*laid, table)]
        self._place_many([i for i in grounded if i not in (*laid, table)])
        if laid or table is not None:
            lay(self, laid, table)
        self._place_many([i for i in waiting if self.layer(i) == "water"])
        bedded = sunken(self, aloft)
        place_on_seabed(self, bedded)
        place_aloft(self, [i for i in aloft if i not in bedded])
        if setting_of(self.plan) == "river":
            set_afloat(self)

    def layer(self, index: int) -> str:
        """`sky`, `water` or `ground`: where a thing belongs in this setting."""
        place = self.sprites[index].place
        if self.ground.kind == "air":
            return "sky"
        over_clouds = place == "water" and setting_of(self.plan) == "cloud_sea"
        stands = self.plan.things[index].trait("pose") in ("standing", "walking")
        if (place == "sky" and not stands) or over_clouds or self._flies(index):
            return "sky"
        thing = self.plan.things[index]
        wet = place == "water" or is_afloat(thing) or is_span(self.plan, thing)
        if wet and self.ground.kind in ("water", "shore"):
            return "water"
        return "ground"

    def _flies(self, index: int) -> bool:
        """Whether the words let it fly, or let fly whoever is on it."""
        borne = [bond.child for bond in self.order.bonds if bond.host == index and bond.kind in ("riding", "on", "in")]
        fliers = (self.plan.things[i] for i in (index, *borne))
        return any(thing.trait("pose") == "flying" or is_aloft(thing) for thing in fliers)

    def place_at(self, index: int) -> None:
        """Place a thing where the plan wants it in the frame."""
        thing = self.plan.things[index]
        tall = self.tall(index)
        x, y = thing.at or (0.5, 0.5)
        wide = self.sprites[index].width
        if thing.count == 1 and abs(x - 0.5) > 0.1:
            # A side has room for what is half as wide as the frame.
            tall = min(tall, 0.48 * self.scene.width / max(wide, 0.05))
            x = min(max(x, 0.5 * tall * wide / self.scene.width), 1 - 0.5 * tall * wide / self.scene.width)
        step = tall * wide * 1.1
        for k in range(thing.count):
            across = x * self.scene.width + (k - (thing.count - 1) / 2) * step
            self.add(index, k, across, y * self.scene.height + tall / 2, tall)

    def _place_many(self, indices: list[int]) -> None:
        """Place what stands on the ground or the water: herds behind and around all others."""
        herd = herds(self, indices)
        self._place_row([i for i in indices if i not in herd])
        place_herd(self, herd)

    def _place_row(self, indices: list[int]) -> None:
        """Stand things side by side on the ground or the water, in rows when they are many."""
        crowd, heroes = crowd_and_heroes(self, indices)
        if crowd and heroes:
            self._place_row(crowd)
            self.heroes, indices = frozenset(heroes), heroes
        if not indices:
            return
        shuffled = [indices[int(k)] for k in self.rng.permutation(len(indices))]
        ordered = left_to_right(shuffled, self.order)
        slots = amid(self.plan, [(i, k) for i in ordered for k in range(self.plan.things[i].count)])
        talls = {i: self.tall(i) for i in ordered}
        widths = [self.extent(i) * talls[i] for i, _ in slots]
        room = (self.span[1] - self.span[0]) * self.scene.width
        rows = rows_for(self, widths, room)
        per_row = -(-len(slots) // rows)
        if rows > 1:
            slots, talls = staggered(self, slots, talls, rows)
        in_order = bool(self.order.sides) or len(ordered) > 1
        # One kind is dealt out in turn, which staggers it; several keep their order.
        parts = [slots[r::rows] if not in_order else slots[r * per_row : (r + 1) * per_row] for r in range(rows)]
        # One factor for all: a row of wide things that shrank alone would be smaller than the row behind it.
        factor = min(self._fit(part, talls, room, row, rows) for row, part in enumerate(parts))
        for row, part in enumerate(parts):
            self._fill_row(part, talls, room, factor, row, rows)

    def _widths(self, slots: list[tuple[int, int]], talls: dict[int, float], row: int, rows: int) -> np.ndarray:
        """How wide the copies of a row are, in pixels, before they are fitted into the frame."""
        return np.array([self.extent(i) * talls[i] * ROW_BEHIND ** (rows - 1 - row) for i, _ in slots])

    def _fit(self, slots: list[tuple[int, int]], talls: dict[int, float], room: float, row: int, rows: int) -> float:
        """What a row has to be shrunk by, at most 1, so that `room` has space for it."""
        if not slots:
            return 1.0
        widths = self._widths(slots, talls, row, rows)
        close = gaps(self, [i for i, _ in slots], widths, 0.0).sum()
        return min(1.0, room / ((widths.sum() + close) * 1.1))

    def _fill_row(
        self, slots: list[tuple[int, int]], talls: dict[int, float], room: float, factor: float, row: int, rows: int
    ) -> None:
        """One row, which `factor` fits into the frame: share out the space that is left."""
        if not slots:
            return
        scene = self.scene
        shrink_row = ROW_BEHIND ** (rows - 1 - row)
        widths = self._widths(slots, talls, row, rows) * factor
        spare = max(0.0, room - widths.sum())
        gap = min(spare / (len(slots) + 1), 0.16 * scene.unit + 0.25 * widths.mean())
        if self.still_life():
            gap = min(gap, 0.05 * scene.unit)
        spaces = gaps(self, [i for i, _ in slots], widths, gap)
        block = widths.sum() + spaces.sum()
        start = start_of(self, block, len(slots), row)
        x = start
        for (index, copy), wide, space in zip(slots, widths, spaces, strict=True):
            tall = talls[index] * shrink_row * factor
            loose = 0.0 if self.ground.kind == "ledge" else min(0.3 * gap, 0.04 * scene.unit)
            at = x + wide / 2 + self.rng.uniform(-loose, loose)
            if self.sprites[index].group == "building":
                half = min(0.5 * self.sprites[index].width * talls[index] * shrink_row * factor, 0.5 * scene.width)
                at = float(np.clip(at, half, scene.width - half))
            depth = self.depth(index, row, rows)
            if self.in_lane:
                # Between the houses, which draw together with the distance.
                at = scene.width * (0.5 + (at / scene.width - 0.5) * (0.86 - 0.42 * depth))
            level, tall = footing(self, index, depth, tall, max(talls.values()) * factor)
            self.add(index, copy, at, level, tall, depth=depth)
            x += wide + space

    def depth(self, index: int, row: int, rows: int) -> float:
        """How far away a thing stands, 0 near to 1 at the horizon: houses and trees behind, the small in front."""
        sprite = self.sprites[index]
        far = FAR.get(sprite.name, FAR.get(sprite.group, 0.16)) * (0.5 if sprite.height < 0.2 else 1.0)
        if len(self.roots) == 1 and sprite.group != "building":
            far *= 0.8
        far += self.rng.uniform(-0.06, 0.06)
        if rows > 1:
            loose = 0.06 if sprite.group in LIVING else 0.02
            far = 0.03 + 0.72 * (rows - 1 - row) / (rows - 1) + self.rng.uniform(-loose, loose)
        return float(np.clip(far, 0.0, 0.85))

    def add(
        self, index: int, copy: int, x: float, y: float, tall: float, *, depth: float = 0.0, floats: bool = False
    ) -> Placed:
        """Place one copy: the middle of its base, in pixels, and its height."""
        sprite, thing = self.sprites[index], posed(self, index)
        wet = self.layer(index) == "water"
        item = Placed(
            index=index, copy=copy, thing=thing, sprite=sprite, x=float(x), y=float(y), tall=float(tall),
            depth=depth, order=float(y) / self.scene.height, floats=floats, wet=wet,
            flip=bool(self.rng.random() < 0.5) and sprite.group not in ("building", "object"),
        )  # fmt: skip
        self.copies.setdefault(index, []).append(item)
        return item

    def turn_faces(self) -> None:
        """Let lookers face what they look at, and riders face as their mounts do."""
        for looker, target in self.order.looks:
            look_at(self.copies.get(looker, ()), self.copies.get(target, []))
        mutual = [i for i in self.copies if self.plan.things[i].trait("gaze") == "each_other"]
        look_at_each_other([item for index in mutual for item in self.copies[index]])
