"""Names of natural persons as the public sees them: the surname stays, the given name goes."""

from __future__ import annotations

import re

COMPOUND = (
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "司空", "夏侯",
    "端木", "南宫", "独孤", "闻人", "赫连", "澹台", "申屠", "太史", "百里", "呼延", "轩辕", "钟离", "万俟", "单于", "鲜于",
)  # fmt: skip
SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安"
    "齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛"
    "靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧"
    "闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
SURNAMES = "|".join((*COMPOUND, *SINGLE))
DOTS = "·•・‧∙⋅"
HAN = r"[\u4e00-\u9fff㐀-䶿]"
# What may follow a name in a sentence: punctuation, the end, or a word that no given name ends in.
FOLLOWS = "的等称说陈反在于与和是已因提未向自处到有为从将共对被之及均男女"
FOLLOWING = "拒绝|承认|签字|签收|签名|确认|领取|没有|作为|收到|告知|负责|出具|系本|系该|均系|现场"
GIVEN = rf"{HAN}{{1,2}}?(?=[{FOLLOWS}]|{FOLLOWING}|(?!{HAN})|$)"
DOTTED = rf"{HAN}{{2,6}}[{DOTS}]{HAN}{{2,8}}?(?=[{FOLLOWS.replace('提', '')}]|{FOLLOWING}|(?!{HAN})|$)"
# Words that begin like a name and are none.
NO_NAMES = (
    "陈述", "申辩", "应当", "应予", "应在", "方面", "方式", "成立", "成员", "于是", "高度", "全部", "全体", "单位", "单独",
    "时间", "时候", "车辆", "和解", "管理", "金额", "安排", "安全", "向本", "向我", "时任", "全额", "关于", "平均",
)  # fmt: skip
MASK = "某某"


def masked_name(name: str) -> str:
    """A natural person's name as it is shown: 王某某, 欧阳某某, 阿某某; how long the given name is does not show."""
    plain = "".join(name.split())
    if re.search(f"[{DOTS}]", plain):
        return f"{plain[:1]}{MASK}"
    for compound in COMPOUND:
        if plain.startswith(compound) and len(plain) > len(compound):
            return f"{compound}{MASK}"
    return f"{plain[:1]}{MASK}"
