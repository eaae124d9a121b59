"""Sheets of every kind of paper the press must carry, used by its tests and by the speed measurement."""

from datetime import date

from yangguang.base.press.blocks import (
    Addressee,
    Attachments,
    DocumentNumber,
    Footnote,
    Heading,
    Letterhead,
    Opinion,
    Paragraph,
    QuestionAnswer,
    Run,
    SealPlace,
    SignatureLine,
    Table,
    facts,
    paragraph,
)
from yangguang.base.press.sheet import Code, Sheet

BUREAU = "示范县人力资源和社会保障局"
DAY = date(2026, 11, 10)

DECISION_TEXT = (
    "本机关于2026年8月20日对你单位涉嫌违法延长劳动者工作时间一案立案调查，现已调查终结。",
    "经查，2026年6月1日至7月31日，你单位安排装配车间60名劳动者每月延长工作时间均超过36小时，其中最长一人7月延长58.5小时；"
    "延长工作时间未与工会和劳动者协商。2025年9月，你单位因同类行为被本机关依法不予处罚并教育（示人社监不罚字〔2025〕第3号）。",
    "上述事实，有下列证据证实：一、考勤系统电子数据及提取笔录，证明延长工作时间的人数、时段和时长；二、2026年6月、7月工资支付台账，"
    "证明加班工资支付情况；三、劳动者等7人询问笔录，证明加班由你单位安排且未经协商；四、2026年8月26日现场检查笔录及同步录像，"
    "证明车间排班情况。",
    "2026年10月16日，本机关向你单位送达《行政处罚事先（听证）告知书》（示人社监告字〔2026〕第24号），告知拟作出处罚的内容、事实、"
    "理由、依据和你单位享有的权利。你单位于10月19日提出书面陈述，称已补付加班工资、调整排班；在法定期限内未申请听证。经复核，"
    "上述陈述属实，本机关予以采纳。",
    "本机关认为，你单位的行为违反了《中华人民共和国劳动法》第四十一条的规定。你单位一年内再次实施同类违法行为，受侵害劳动者超过50人，"
    "参照《示范县劳动保障行政处罚裁量基准（2026年第1版）》第1项，属于“严重”阶次，幅度为每人401元以上500元以下。你单位在本机关作出"
    "决定前已足额补付加班工资、主动调整排班，减轻了违法行为的危害后果，依据《中华人民共和国行政处罚法》第三十二条第一项，"
    "在该阶次内从轻，按每人420元计算。",
    "依据《劳动保障监察条例》第二十五条，经法制审核和本机关负责人集体讨论，决定对你单位作出如下行政处罚：",
    "一、警告；",
    "二、罚款人民币25,200.00元（大写：贰万伍仟贰佰元整）。",
    "你单位应当自收到本决定书之日起15日内，持本决定书到示范县农村商业银行各营业网点缴纳罚款（户名：示范县财政局非税收入专户）。"
    "到期不缴纳的，依据《中华人民共和国行政处罚法》第七十二条第一款第一项，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出"
    "罚款的数额。确有经济困难的，可以书面申请延期或者分期缴纳。",
    "如不服本决定，可以自收到本决定书之日起60日内向示范县人民政府申请行政复议，也可以在6个月内依法向示范县人民法院提起行政诉讼。"
    "复议、诉讼期间本决定不停止执行，法律另有规定的除外；加处罚款的数额在复议、诉讼期间不予计算。逾期不申请复议、不提起诉讼又不履行的，"
    "本机关将依法申请人民法院强制执行。",
    "本决定将自作出之日起7个工作日内在示范县行政执法公示平台公开。认为公开内容不准确的，可以申请更正。",
)


def penalty_decision() -> Sheet:
    """行政处罚决定书: the long sample every picture is compared with."""
    return Sheet(
        title="行政处罚决定书",
        dated_on=DAY,
        number="示人社监罚字〔2026〕第19号",
        body_name=BUREAU,
        code=Code("7Q2M-K9D4", "https://shifan.example/verify/7Q2M-K9D4", ("文书指纹 64975823ebb99723",)),
        blocks=(
            Letterhead(BUREAU),
            DocumentNumber("示人社监罚字〔2026〕第19号"),
            Heading("行政处罚决定书"),
            facts(
                ("当事人", "示范县晨曦电子有限公司"),
                ("统一社会信用代码", "91990101MA7C4K2R0K"),
                ("住所", "示范县经济开发区创业路18号"),
                [("法定代表人", "许景明"), ("职务", "总经理")],
                bordered=False,
            ),
            *(paragraph(text) for text in DECISION_TEXT),
            SealPlace(BUREAU, DAY),
        ),
    )


def opening_approval() -> Sheet:
    """立案审批表: a bordered form with opinions and the review column."""
    return Sheet(
        title="立案审批表",
        form=True,
        dated_on=date(2026, 8, 20),
        number="示人社监立字〔2026〕第41号",
        body_name=BUREAU,
        blocks=(
            Letterhead(BUREAU, red=False),
            Heading("立案审批表"),
            DocumentNumber("示人社监立字〔2026〕第41号"),
            facts(
                [("案件来源", "举报（12333热线转办）"), ("受理日期", "2026年8月18日")],
                ("案由", "涉嫌违法延长劳动者工作时间"),
                [("当事人", "示范县晨曦电子有限公司"), ("法定代表人", "许景明")],
                [("统一社会信用代码", "91990101MA7C4K2R0K"), ("联系电话", "0990-5550118")],
                ("住所", "示范县经济开发区创业路18号"),
                (
                    "案情及立案理由",
                    "举报人反映该单位装配车间自2026年6月起每日加班，月延长工作时间超过36小时。经初查，考勤记录与反映情况基本一致，"
                    "涉嫌违反《中华人民共和国劳动法》第四十一条，属于本机关管辖，且在追责时效之内，建议立案调查。",
                ),
            ),
            Opinion("承办人意见", "建议立案，由周敏、何志远承办。", "周敏、何志远", date(2026, 8, 19)),
            Opinion("承办机构意见", "同意立案。", "陈立新", date(2026, 8, 19)),
            Opinion(
                "法制审核意见", "主体适格，管辖正确，依据现行有效，同意。", "林素文", date(2026, 8, 20), review=True
            ),
            Opinion("机关负责人意见"),
            facts(("备注", "")),
        ),
    )


def service_receipt() -> Sheet:
    """送达回证: a form filled in by hand."""
    return Sheet(
        title="送达回证",
        form=True,
        dated_on=DAY,
        number="示人社监送字〔2026〕第77号",
        body_name=BUREAU,
        blocks=(
            Letterhead(BUREAU, red=False),
            Heading("送达回证"),
            DocumentNumber("示人社监送字〔2026〕第77号"),
            facts(
                ("受送达人", "示范县晨曦电子有限公司"),
                ("送达地点", "示范县经济开发区创业路18号"),
                ("送达文书名称及文号", "行政处罚决定书（示人社监罚字〔2026〕第19号）"),
                [("送达方式", "直接送达"), ("件数", "1")],
                ("收件人签名或者盖章", "\n\n　　　　　　　　　　　年　　月　　日　　时　　分"),
                ("代收人与受送达人关系", ""),
                ("见证人签名", "\n"),
                ("送达人签名及证号", "\n"),
                ("备注", ""),
            ),
            Footnote(
                "注：受送达人拒绝签收的，送达人应当在备注栏写明事由和日期，邀请见证人签名，或者以录像记录送达过程。"
            ),
        ),
    )


def interview_record(questions: int = 24) -> Sheet:
    """询问笔录: signed at the foot of every page."""
    answers = (
        "我叫许景明，是示范县晨曦电子有限公司的法定代表人、总经理，全面负责公司的生产经营。",
        "听清楚了。两位的执法证我都看过，不申请回避。",
        "6月、7月订单集中，装配车间60人每天加班两到三小时，周六也上班，没有和工会协商过，考勤系统里都有记录。",
    )
    return Sheet(
        title="询问笔录",
        dated_on=date(2026, 8, 26),
        body_name=BUREAU,
        every_page_signature=("被询问人（签名）", "询问人（签名）"),
        blocks=(
            Letterhead(BUREAU, red=False),
            Heading("询问笔录"),
            facts(
                ("案由", "涉嫌违法延长劳动者工作时间"),
                ("询问时间", "2026年8月26日9时10分至10时25分"),
                ("询问地点", "示范县晨曦电子有限公司会议室"),
                [("被询问人", "许景明"), ("性别", "男"), ("职务", "总经理")],
                [("询问人", "周敏（证号990101001）"), ("记录人", "何志远（证号990101002）")],
                bordered=False,
            ),
            Paragraph(
                (
                    Run("执法人员出示证件并告知权利义务：", face="hei"),
                    Run("我们是本机关执法人员，这是我们的执法证件。"),
                )
            ),
            *(
                QuestionAnswer(f"第{number}个问题：请说明有关情况？", answers[number % len(answers)])
                for number in range(1, questions + 1)
            ),
            paragraph("以上笔录我看过（向我宣读过），与我说的相符。", indent=True),
            SignatureLine("被询问人（签名）"),
            SignatureLine("询问人（签名）"),
            SignatureLine("记录人（签名）"),
        ),
    )


def worker_rows(count: int) -> tuple[tuple[str, ...], ...]:
    """Rows of a worker roster with some rare characters among the names."""
    names = ("王䶮", "李㛃", "张桂芳", "欧阳志强", "赵磊")
    return tuple(
        (str(row), names[row % 5] + str(row), "2026年3月至5月", f"{9000 + row:,}.00", "0.00", f"{9000 + row:,}.00")
        for row in range(1, count + 1)
    )


def rectification_instruction(workers: int = 435) -> Sheet:
    """限期改正指令书 with its worker roster as an attachment."""
    total = f"{sum(9000 + row for row in range(1, workers + 1)):,}.00"
    return Sheet(
        title="劳动保障监察限期改正指令书",
        dated_on=DAY,
        body_name=BUREAU,
        number="示人社监改字〔2026〕第33号",
        blocks=(
            Letterhead(BUREAU),
            DocumentNumber("示人社监改字〔2026〕第33号"),
            Heading("劳动保障监察限期改正指令书"),
            Addressee("示范县宏远建筑工程有限公司："),
            paragraph(f"经查，你单位拖欠{workers}名劳动者2026年3月至5月的工资，共计人民币{total}元（明细见附件）。"),
            Heading("一、改正要求", level=1),
            paragraph("责令你单位自收到本指令书之日起7日内足额支付。"),
            Heading("（一）支付方式", level=2),
            paragraph("通过银行转账支付到劳动者本人账户，并将凭证报送本机关。"),
            Attachments(("拖欠工资劳动者名册", "支付凭证格式")),
            SealPlace(BUREAU, DAY),
            Heading("拖欠工资劳动者名册"),
            Table(
                head=("序号", "姓名", "欠付月份", "应发（元）", "已发（元）", "欠付（元）"),
                rows=worker_rows(workers),
                widths=(2, 4, 5, 4, 3, 4),
                numbers=(3, 4, 5),
                totals=("合计", "", "", total, "0.00", total),
            ),
        ),
    )


ALL = (penalty_decision, opening_approval, service_receipt, interview_record, rectification_instruction)
