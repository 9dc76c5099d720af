"""One spelling for all text: half-width, lower case, without accents, simplified Chinese."""

import re
import unicodedata

#: Traditional characters that prompts use and their simplified forms, in pairs.
_PAIRS = (
    "亞亚個个傑杰傘伞傷伤僅仅儀仪億亿優优兒儿兩两凍冻凱凯別别劃划劇剧劍剑勁劲動动勝胜勞劳區区協协厭厌參参叢丛員员單单"
    "嘆叹嚴严囪囱國国園园圓圆圖图團团場场塊块塵尘墜坠壯壮壺壶夢梦夾夹奪夺妝妆婦妇媽妈孫孙學学實实寧宁寫写寬宽寶宝將将"
    "尋寻對对導导屬属島岛峽峡崗岗嶺岭嶼屿帥帅師师帶带幣币幫帮幾几庫库廈厦廚厨廟庙廣广廳厅張张彈弹彎弯後后徑径從从復复"
    "恆恒惡恶愛爱慶庆憂忧憐怜應应懶懒戀恋戰战戲戏戶户拋抛掛挂採采換换撐撑擁拥擊击擺摆攜携攝摄數数斂敛斷断時时晝昼暈晕"
    "曉晓曠旷書书朧胧東东條条棟栋楊杨楓枫業业極极構构槍枪樂乐樓楼標标樸朴樹树橋桥機机檯台檸柠櫻樱歐欧歡欢歲岁歸归殘残"
    "殼壳毀毁氈毡氣气沒没況况涼凉淚泪淨净淺浅測测渾浑湯汤溫温滅灭滾滚滿满漁渔漲涨漸渐潔洁澤泽濃浓濕湿濟济濤涛灘滩灣湾"
    "為为烏乌無无煉炼煙烟熱热燈灯燒烧燦灿燭烛爐炉爛烂爺爷爾尔牆墙狀状獅狮獎奖獨独獵猎獸兽現现琺珐瑪玛環环瓊琼產产畢毕"
    "畫画瘋疯療疗發发皺皱盞盏監监盤盘眾众睏困瞭了碼码磚砖礦矿禮礼種种稱称穀谷積积穩稳窩窝窮穷筆笔節节築筑簡简簾帘籃篮"
    "籠笼籬篱紀纪紅红紋纹純纯紗纱紙纸級级紛纷細细紳绅終终組组結结絕绝絡络給给絨绒統统絲丝綁绑經经綜综綠绿網网綿绵緊紧"
    "線线緣缘緩缓緻致縫缝縮缩總总績绩織织繞绕繡绣繩绳繪绘續续纖纤羅罗聖圣聯联聲声職职聽听肅肃腦脑膚肤臉脸臘腊臥卧臺台"
    "與与興兴舉举舊旧艙舱艦舰艷艳莊庄莖茎華华萬万葉叶著着蒼苍蓋盖蓮莲蔥葱蕭萧薔蔷薦荐薩萨藍蓝藝艺藥药蘆芦蘋苹蘭兰蘿萝"
    "處处虛虚號号蝦虾螢萤蟬蝉蟲虫蠍蝎蠟蜡術术衛卫裏里裝装裡里複复褲裤襯衬見见規规視视親亲覺觉觀观記记訪访設设許许試试"
    "詩诗話话誌志誕诞語语說说調调談谈請请證证識识譜谱護护讀读變变讓让豎竖豐丰豬猪貓猫貝贝負负財财貨货責责貴贵買买費费"
    "賀贺賓宾賞赏賣卖質质賽赛贈赠趕赶趙赵跡迹踐践躍跃車车軌轨軍军軟软較较載载輕轻輛辆輝辉輪轮輸输轉转辦办農农這这進进"
    "遊游運运過过達达遙遥遞递遠远適适遲迟選选遺遗邁迈還还邊边鄉乡鄧邓鄭郑鄰邻醜丑醫医醬酱釋释針针釣钓鈴铃鉛铅鉤钩銀银"
    "銅铜鋪铺鋼钢錢钱錶表鍋锅鎖锁鎮镇鏈链鏡镜鏽锈鐘钟鑰钥鑽钻長长門门閃闪開开間间閣阁閱阅闊阔關关陰阴陳陈陽阳隊队階阶"
    "隨随險险隱隐隻只雙双雜杂雞鸡難难雲云電电霧雾霽霁靈灵靜静鞦秋韓韩韻韵響响頁页頂顶項项順顺須须領领頭头頸颈顆颗題题"
    "額额顏颜願愿類类顧顾風风飄飘飛飞飯饭飲饮飽饱飾饰餃饺餅饼館馆馬马駕驾駝驼駱骆騎骑騰腾驚惊驢驴髮发鬆松鬥斗鬧闹鬱郁"
    "魚鱼鮭鲑鮮鲜鯉鲤鯊鲨鯨鲸鱗鳞鱷鳄鳥鸟鳳凤鴨鸭鴿鸽鵝鹅鵡鹉鵬鹏鶴鹤鷹鹰鷺鹭鸚鹦麗丽麥麦麵面麼么黃黄點点黨党齊齐齒齿"
    "龍龙龜龟"
)
#: What stands for lettering while the rest of a prompt is read, in order; no script has these characters. Those of the
#: first kind may be on any thing that bears text, those of the second on what is there to be read, others on none.
ANYWHERE, ON_BOARDS, NOWHERE = (tuple(chr(0xE000 + 16 * kind + number) for number in range(6)) for kind in range(3))
MARKS = frozenset((*ANYWHERE, *ON_BOARDS, *NOWHERE))
_SIMPLIFIED = str.maketrans({a: b for a, b in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)})
_JOINERS = str.maketrans(dict.fromkeys("-‐‑_'’‘`´\t\r\x0b\x0c\xa0\u200b\u200d\ufeff\x00", " "))
_ACCENT = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")


def is_chinese(char: str) -> bool:
    """Whether a character is a Chinese ideograph."""
    return "\u3400" <= char <= "\u9fff"


def _bare(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", match.group())[0]


def plain(text: str) -> str:
    """The text in the one spelling in which words are compared; hyphens and apostrophes become spaces."""
    if not text.isascii():
        text = _ACCENT.sub(_bare, unicodedata.normalize("NFKC", text)).translate(_SIMPLIFIED)
    return text.lower().translate(_JOINERS)
