"""What people ask for in a chat about a picture, in as many ways as they say it.

Each table is one wish for one picture: whatever the words, the plan afterwards is what was wished for, and the rest of
the picture stays.
"""

from collections.abc import Callable

import pytest

from easel.engines.painter.language import apply_changes, instruct, read
from easel.engines.painter.plan import ScenePlan

RED, BLUE, YELLOW = "#d8322c", "#2f6fd0", "#f2c52e"
CAT, GIRL = "a cat and a dog next to a red car", "a girl in a red dress with a cat in the garden"
PICTURES = {
    CAT: (CAT, "一只猫和一只狗在红色的汽车旁边"),
    GIRL: (GIRL, "花园里一个穿红色连衣裙的女孩和一只猫"),
}


def _has(plan: ScenePlan, kind: str, colour: str | None = None, count: int | None = None) -> bool:
    found = [thing for thing in plan.things if thing.kind == kind]
    total = sum(thing.count for thing in found)
    return total > 0 and count in (None, total) and (colour is None or any(t.colour == colour for t in found))


def _ties(plan: ScenePlan, kind: str) -> set[str]:
    """The ties between a thing and any other."""
    things = plan.things
    return {tie.kind for t in things for tie in t.relations if kind in (t.kind, things[tie.target].kind)}


def _girl(plan: ScenePlan, trait: str) -> str | None:
    return next((thing.trait(trait) for thing in plan.things if thing.kind == "girl"), None)


def _animals(plan: ScenePlan) -> bool:
    return _has(plan, "cat") and _has(plan, "dog")


def _company(plan: ScenePlan) -> bool:
    return _has(plan, "girl") and _has(plan, "cat")


WISHES: dict[str, tuple[str, Callable[[ScenePlan], bool]]] = {
    "remove": (CAT, lambda p: not _has(p, "cat") and _has(p, "dog") and _has(p, "car")),
    "recolour": (CAT, lambda p: _has(p, "car", BLUE) and _animals(p)),
    "replace": (CAT, lambda p: _has(p, "rabbit") and not _has(p, "cat") and _has(p, "dog") and _has(p, "car")),
    "add": (CAT, lambda p: _has(p, "balloon", RED, 1) and _animals(p) and _has(p, "car")),
    "night": (CAT, lambda p: p.time == "night" and _animals(p) and _has(p, "car")),
    "count": (CAT, lambda p: _has(p, "cat", None, 3) and _has(p, "dog") and _has(p, "car")),
    "style": (CAT, lambda p: p.style == "watercolor" and _animals(p) and _has(p, "car")),
    "beside": (CAT, lambda p: bool(_ties(p, "horse") & {"beside", "left_of", "right_of"}) and _animals(p)),
    "dressblue": (GIRL, lambda p: _girl(p, "garment_colour") == BLUE and _company(p)),
    "hat": (GIRL, lambda p: (_has(p, "hat") or _girl(p, "hat") is not None) and _company(p)),
    "hold": (GIRL, lambda p: _has(p, "balloon", YELLOW) and "holding" in _ties(p, "girl") and _company(p)),
    "snow": (GIRL, lambda p: (p.weather == "snow" or p.season == "winter") and _company(p)),
    "beach": (GIRL, lambda p: p.setting == "beach" and _company(p)),
    "smile": (GIRL, lambda p: _girl(p, "mood") == "smiling" and _company(p)),
    "sit": (GIRL, lambda p: _girl(p, "pose") == "sitting" and _company(p)),
    "two": (GIRL, lambda p: _girl(p, "garment_colour") == BLUE and not _has(p, "cat")),
}
ENGLISH: dict[str, str] = {
    "remove": """
remove the cat
delete the cat
take the cat out
take out the cat
get rid of the cat
erase the cat please
the cat has to go
lose the cat
no cat please
I don't want the cat
I don't want the cat in there anymore
without the cat
can you remove the cat?
could you please take the cat away
drop the cat
cut the cat
make the cat disappear
make the cat vanish
let's do without the cat
the cat isn't needed
we don't need the cat
hide the cat
cat gone
minus the cat
same picture but no cat
same but without the cat
please leave out the cat
leave the cat out
kick the cat out
eliminate the cat
omit the cat
scrap the cat
clear away the cat
that cat should not be there
there shouldn't be a cat
there should be no cat
Everything's great except the cat, remove it
I like it, but please remove the cat.
On second thought, the cat can go
wipe out the cat
photoshop the cat out
edit out the cat
crop out the cat
""",
    "recolour": """
make the car blue
change the car to blue
turn the car blue
the car should be blue
paint the car blue
color the car blue
recolor the car to blue
change the color of the car to blue
change the car's color to blue
I want the car to be blue
I'd like the car in blue
can the car be blue instead?
the car in blue please
blue car please
a blue car instead of the red one
blue instead of red for the car
instead of red, make the car blue
swap the red of the car for blue
let the car be blue
could you make that car blue?
how about a blue car?
what about making the car blue
the car needs to be blue
car: blue
set the car's colour to blue
switch the car to blue
give the car a blue paint job
repaint the car in blue
dye the car blue
make it a blue car
change the red car to a blue one
change the red car into a blue car
the red car should become blue
Actually I prefer a blue car
car color blue
the car must be blue, not red
not a red car but a blue one
the car looks better in blue
turn that red car into a blue one
""",
    "replace": """
replace the cat with a rabbit
swap the cat for a rabbit
change the cat to a rabbit
turn the cat into a rabbit
make the cat a rabbit
a rabbit instead of the cat
instead of the cat, a rabbit
use a rabbit instead of the cat
exchange the cat for a rabbit
the cat should be a rabbit
I want a rabbit instead of the cat
can you change the cat into a rabbit?
substitute a rabbit for the cat
put a rabbit where the cat is
a rabbit in place of the cat
swap out the cat with a rabbit
switch the cat to a rabbit
let the cat become a rabbit
transform the cat into a rabbit
cat -> rabbit
no cat, a rabbit instead
remove the cat and put a rabbit there
rather than a cat, I'd like a rabbit
the cat becomes a rabbit
how about a rabbit in place of the cat?
convert the cat to a rabbit
I'd prefer a rabbit to the cat
not a cat, a rabbit
make it a rabbit rather than a cat
Could the cat be a rabbit please
""",
    "add": """
add a red balloon
put in a red balloon
add one red balloon please
I'd like a red balloon too
include a red balloon
also a red balloon
and a red balloon
with a red balloon
a red balloon as well
can you add a red balloon?
can we have a red balloon as well?
there should be a red balloon
there should also be a red balloon
draw a red balloon too
place a red balloon in the picture
insert a red balloon
throw in a red balloon
give me a red balloon too
plus a red balloon
let there be a red balloon
now add a red balloon
it needs a red balloon
it could use a red balloon
a red balloon is missing
a red balloon would be nice
how about a red balloon?
what about adding a red balloon
let's have a red balloon in there
put a red balloon somewhere
I want to see a red balloon too
maybe a red balloon?
paint a red balloon into the scene
drop a red balloon in there
introduce a red balloon
stick a red balloon in
""",
    "night": """
make it night
at night please
turn it to night
change it to night time
make it a night scene
set it at night
night version
same scene at night
the same but at night
can it be night?
I want it at night
switch to nighttime
let it be night
it should be night
now at night
change the time to night
change day to night
nighttime please
what would it look like at night?
show it at night
what about night?
I'd rather have it at night
move the scene to night
""",
    "count": """
make it three cats
three cats instead of one
I want three cats
there should be three cats
change one cat to three
add two more cats
make three cats
three cats please
give me three cats
turn the cat into three cats
two more cats
have three cats in it
let there be three cats
increase the cats to three
the number of cats should be three
I'd like three cats, not one
instead of one cat, three
can we have three cats?
3 cats
put two more cats in
we need three cats
make the cats three
""",
    "style": """
make it a watercolor
turn it into a watercolour painting
in watercolor please
as a watercolor
watercolor style
convert to watercolor
redo it in watercolor
change the style to watercolor
paint it in watercolour
I want it in watercolor style
make it look like a watercolor
now as a watercolor painting
switch to watercolor
give it a watercolor look
can you do it in watercolour?
render it as watercolor
watercolour version please
apply a watercolor style
how about watercolor?
""",
    "beside": """
add a horse next to the dog
put a horse beside the dog
a horse next to the dog please
place a horse by the dog
next to the dog, add a horse
beside the dog there should be a horse
I'd like a horse to the left of the dog
add a horse to the right of the dog
draw a horse at the dog's side
put a horse on the left of the dog
can you put a horse next to the dog?
the dog needs a horse next to it
add a horse standing beside the dog
have a horse stand next to the dog
let a horse stand beside the dog
""",
    "dressblue": """
make her dress blue
change the dress to blue
the dress should be blue
her dress in blue please
give her a blue dress
put her in a blue dress
dress her in blue
let her wear a blue dress
she should wear a blue dress
have her wear a blue dress
change her dress color to blue
swap the red dress for a blue one
turn her dress blue
blue dress instead of red
I want her dress to be blue
she wears blue now
can she wear a blue dress instead?
could her dress be blue?
recolor her dress blue
change her outfit to a blue dress
replace the red dress with a blue dress
a blue dress would be better
make the girl's dress blue
the girl's dress: blue
the color of her dress should be blue
""",
    "hat": """
give her a hat
put a hat on her
add a hat
she should wear a hat
let her wear a hat
have her wear a hat
put a hat on the girl
a hat for the girl
the girl needs a hat
with a hat on her head
add a hat to the girl
can she have a hat?
I'd like her to wear a hat
make her wear a hat
the girl should have a hat on
she needs a hat
give the girl a straw hat
place a hat on her head
she wears a hat now
could you give her a hat
""",
    "hold": """
let her hold a yellow balloon
give her a yellow balloon
put a yellow balloon in her hand
she should hold a yellow balloon
have her hold a yellow balloon
make her hold a yellow balloon
add a yellow balloon in her hand
the girl holds a yellow balloon
the girl should be holding a yellow balloon
she is holding a yellow balloon now
I want her to hold a yellow balloon
with a yellow balloon in her hand
a yellow balloon in her hand please
can she hold a yellow balloon?
hand her a yellow balloon
she carries a yellow balloon
let the girl carry a yellow balloon
""",
    "snow": """
make it snow
add snow
let it snow
it should be snowing
snowy please
change the weather to snow
now it's snowing
in the snow
make it winter
turn it into winter
winter version
it's winter now
change the season to winter
set it in winter
with snow falling
have it snow
I want snow
cover it in snow
the same scene in winter
what would it look like in winter?
could it be snowing?
""",
    "beach": """
move it to the beach
put them on the beach
change the background to a beach
set it on a beach
make the background a beach
at the beach instead
on the beach instead of the garden
replace the garden with a beach
beach background please
change the scene to a beach
change the location to the beach
take them to the beach
the background should be a beach
swap the background for a beach
turn the garden into a beach
let them be at the beach
I want them on the beach
beach instead of garden
background: beach
now at the beach
same but on a beach
have it take place on the beach
relocate to the beach
""",
    "smile": """
make her smile
let her smile
she should smile
have her smile
the girl should be smiling
make the girl smile
she should look happy
make her happy
make her look happy
give her a smile
put a smile on her face
a smiling girl
with a smile
can she smile?
I want her to smile
change her expression to a smile
happier please, she should smile
""",
    "sit": """
make her sit
let her sit down
she should sit
have her sit down
the girl should be sitting
make the girl sit
sitting instead
she is sitting now
have the girl sit on the grass
I'd like her to sit
change her pose to sitting
let the girl sit
can she sit?
sit her down
the girl sits down
""",
    "two": """
make her dress blue and remove the cat
remove the cat and make her dress blue
change the dress to blue, and take the cat out
no cat, and her dress should be blue
blue dress, no cat
delete the cat then recolor the dress blue
her dress blue, the cat gone
1. remove the cat 2. make the dress blue
Please remove the cat. Also change her dress to blue.
first get rid of the cat, then make the dress blue
""",
}
CHINESE: dict[str, str] = {
    "remove": """
去掉猫
把猫去掉
删掉猫
把猫删了
不要猫了
不要猫
猫不要了
猫去掉
猫可以去掉吗
能不能把猫去掉
请移除猫
把那只猫弄走
把猫拿走
把猫擦掉
猫消失
让猫消失
我不想要猫
猫太多余了，删掉
去除画面中的猫
画面里不要有猫
别画猫了
没有猫的版本
同样的画，去掉猫
猫撤掉
抹去猫
把猫抠掉
把猫P掉
少了猫更好
把猫赶走
猫咪就不要了吧
除了猫，其他都保留
麻烦把猫删除一下
请帮我把猫去掉，谢谢
那只猫不要
把图里的猫去了
我觉得不需要猫
猫不需要出现
把猫从画面里去掉
""",
    "recolour": """
把车改成蓝色
把车变成蓝色
车换成蓝色
车改蓝色
车要蓝色的
汽车改为蓝色
把汽车的颜色改成蓝色
汽车颜色换成蓝色
把红色的车换成蓝色的
红车变蓝车
车子涂成蓝色
给车换个蓝色
我想要蓝色的车
车能不能是蓝色的
车应该是蓝色
让车变蓝
把红车改成蓝车
蓝色的车更好看
车的颜色：蓝色
汽车要蓝的，不要红的
不要红色的车，要蓝色的
车换个颜色，蓝色
车刷成蓝漆
把车喷成蓝色
请将汽车更改为蓝色
车还是蓝色好
麻烦把车调成蓝色
汽车用蓝色
改成蓝色的汽车
车身改成蓝色
换辆蓝色的车
换成一辆蓝色的车
""",
    "replace": """
把猫换成兔子
猫换成兔子
用兔子替换猫
把猫改成兔子
猫变成兔子
猫改成一只兔子
不要猫，要兔子
不要猫了，换成兔子
把猫替换为兔子
让猫变成兔子
用一只兔子代替猫
兔子代替猫
猫改兔子
将猫更换为兔子
我想把猫换成兔子
能把猫换成兔子吗
猫那里换成兔子
把那只猫变成一只兔子
猫应该是兔子
原来的猫改为兔子
猫→兔子
把猫画成兔子
换掉猫，画只兔子
把猫去掉，换上兔子
猫的位置放一只兔子
把猫换作兔子
""",
    "add": """
加一个红气球
加个红色的气球
再加一个红色气球
添一个红气球
画上一个红气球
再画一个红色的气球
放一个红气球
加上红色气球
增加一个红色的气球
还要一个红气球
我还想要一个红色的气球
多加一个红气球
再来一个红气球
来个红气球
可以加一个红色的气球吗
能不能加个红气球
画面里加一个红气球
请添加一个红色气球
还差一个红气球
要是有个红气球就好了
补一个红气球
顺便加个红气球
旁边再画个红气球
里面放个红色气球
给画面加个红色的气球
最好再有一个红气球
加入红色气球
另外加一个红气球
插入一个红色的气球
""",
    "night": """
改成晚上
换成夜晚
变成夜晚
改为夜景
夜晚版本
晚上的
时间改成晚上
把时间换成夜里
把白天改成黑夜
让它变成夜晚
晚上会是什么样
我想要夜晚的效果
来个夜景版
同样的场景，晚上
天黑了
改成夜间
换成夜色
能改成晚上吗
把场景改到晚上
时间调到深夜
""",
    "count": """
改成三只猫
三只猫
要三只猫
猫变成三只
猫改成三只
再加两只猫
再来两只猫
猫要三只
把一只猫改成三只
应该有三只猫
猫的数量改成三只
我要三只猫，不是一只
多加两只猫
猫增加到三只
让猫变成三只
猫加到三只
一共三只猫
猫再多两只
把猫画成三只
猫三只
""",
    "style": """
改成水彩
换成水彩画
水彩风格
变成水彩风
用水彩画
转换成水彩风格
换成水彩风格吧
风格改为水彩
画成水彩
水彩版
来个水彩版
我想要水彩的效果
能换成水彩吗
用水彩风格重画
把画风改成水彩
做成水彩效果
处理成水彩
""",
    "beside": """
在狗旁边加一匹马
狗旁边加匹马
狗的旁边画一匹马
在狗的左边放一匹马
狗右边添一匹马
给狗旁边加一匹马
让一匹马站在狗旁边
狗旁边应该有一匹马
在狗身边画上一匹马
狗旁边再来一匹马
加一匹马，在狗旁边
加一匹马站在狗旁边
请在狗旁边放一匹马
旁边加匹马，挨着狗
""",
    "dressblue": """
把裙子改成蓝色
裙子换成蓝色
连衣裙改成蓝色的
她的裙子要蓝色
让她穿蓝色的裙子
给她换条蓝裙子
女孩的裙子变成蓝色
把红裙子换成蓝裙子
裙子颜色改为蓝色
换成蓝色连衣裙
她应该穿蓝色连衣裙
给女孩换上蓝色的裙子
连衣裙要蓝色
裙子不要红色，要蓝色
衣服改成蓝色
把她的衣服换成蓝色
穿蓝色的裙子
给她穿一条蓝色的连衣裙
裙子涂成蓝色
我想让她穿蓝裙子
""",
    "hat": """
给她戴顶帽子
给女孩戴上帽子
让她戴帽子
加一顶帽子
她应该戴一顶帽子
女孩头上加顶帽子
给她加个帽子
戴上帽子
让女孩戴一顶草帽
给女孩一顶帽子
她头上戴个帽子
女孩要戴帽子
把帽子戴在她头上
给她头上放一顶帽子
来顶帽子
""",
    "hold": """
让她拿着一个黄气球
给她一个黄色的气球
手里拿个黄气球
她手里拿着黄色气球
让女孩手里拿一个黄气球
给女孩手里加个黄气球
女孩手里应该有一个黄气球
在她手里放一个黄气球
她要拿着黄色的气球
女孩拿着一个黄色气球
让她牵着一个黄气球
手上拿一个黄色的气球
把一个黄气球放到她手里
""",
    "snow": """
让它下雪
加点雪
下雪了
改成下雪天
变成冬天
换成冬天
季节改成冬天
天上下着雪
来点雪
冬天的样子
雪景版
让天下雪
改为雪天
把季节换成冬季
我想要下雪的感觉
下点雪吧
变成雪景
天气改成下雪
""",
    "beach": """
把背景换成海滩
背景改成海滩
换到海滩
场景改成海滩
背景换成沙滩
在海滩上
搬到海边沙滩
把花园换成海滩
不要花园，要海滩
让她们在沙滩上
背景要沙滩
地点改成海滩
把场景搬到沙滩
换个背景，沙滩
变成在海滩上
花园改成沙滩
背景变成海滩
""",
    "smile": """
让她微笑
她要微笑
让女孩笑
给她一个微笑
女孩应该笑着
她在笑
开心一点
让她开心点
表情改成微笑
换成微笑的表情
让女孩面带微笑
脸上带着笑容
笑一个
""",
    "sit": """
让她坐着
让她坐下
她要坐着
女孩坐着
改成坐着
让女孩坐下来
姿势改成坐姿
换成坐着的
她应该坐着
让她坐在草地上
把姿势换成坐着
""",
    "two": """
把裙子改成蓝色，去掉猫
去掉猫，裙子改成蓝色
裙子换成蓝色，猫不要了
删掉猫，然后把裙子换成蓝色
猫去掉，裙子变蓝
不要猫，裙子要蓝色的
1. 去掉猫 2. 裙子改成蓝色
把猫去掉，同时裙子改为蓝色
先把猫去掉，再把裙子改成蓝色
""",
}


@pytest.mark.parametrize("language", [0, 1], ids=["English", "Chinese"])
@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_is_carried_out_however_it_is_said(wish: str, language: int) -> None:
    """Lists those ways of saying it that are not understood."""
    picture, is_done = WISHES[wish]
    plan = read(PICTURES[picture][language])
    said = (ENGLISH, CHINESE)[language][wish].strip().splitlines()
    assert [] == [words for words in said if not is_done(apply_changes(plan, instruct(words)))]
