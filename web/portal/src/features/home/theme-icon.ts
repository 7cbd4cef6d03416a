import {
  Accessibility, Baby, Banknote, BookOpen, Briefcase, BriefcaseBusiness, Building2, Bus, Car, ClipboardCheck, Factory, FileBadge, Flame,
  Flower2, Folder, Gavel, Globe, GraduationCap, Hammer, Handshake, HeartHandshake, HeartPulse, House, IdCard, Landmark, Leaf,
  Lightbulb, type LucideIcon, Medal, Plane, Scale, ScrollText, ShieldCheck, ShoppingBasket, Sprout, Store, Trees, Truck, Users, UtensilsCrossed, Zap,
} from 'lucide-react';

/** The first word found in a theme's name decides; themes are data, so none is required. */
const icons: readonly (readonly [RegExp, LucideIcon])[] = [
  [/生育|收养/, Baby], [/户籍|身份|证件/, IdCard], [/民族|宗教/, Landmark], [/教育|科研/, GraduationCap], [/就业|创业|人力/, BriefcaseBusiness],
  [/设立|准营|变更|开办/, Store], [/入伍|优抚|优待|抚恤|退役/, Medal], [/婚姻/, HeartHandshake], [/住房|不动产|置业/, House], [/社会保障|社保|养老/, ShieldCheck],
  [/社会救助|救助/, HeartHandshake], [/证件办理/, IdCard], [/交通|出行|驾/, Car], [/旅游|观光|文化|文体/, BookOpen], [/出境|入境|出入境/, Plane],
  [/消费|维权/, ShoppingBasket], [/公共安全|治安/, ShieldCheck], [/司法|公证|仲裁|法律/, Gavel], [/知识产权|科技|创新/, Lightbulb],
  [/环保|绿化|环境/, Leaf], [/死亡|殡葬|身后/, Flower2], [/医疗|卫生|健康/, HeartPulse], [/离职|退休/, Users], [/规划|工程|建设|施工/, Hammer],
  [/资质|资格|认证|许可/, FileBadge], [/年检|年审|检验|检测/, ClipboardCheck], [/税|财务|纳税/, Banknote], [/投资|审批/, Building2], [/融资|信贷|信用/, Scale],
  [/抵押|质押/, ScrollText], [/商务|贸易/, Handshake], [/招标|拍卖/, Gavel], [/海关|口岸|涉外/, Globe], [/农|林|牧|渔/, Sprout], [/国土|土地|自然资源/, Trees],
  [/水|电|气|热|公用/, Zap], [/消防/, Flame], [/食品|餐饮|药/, UtensilsCrossed], [/安全生产|应急/, Factory], [/运输|物流/, Truck], [/公交|客运/, Bus],
  [/残疾|助残/, Accessibility], [/企业|公司|法人/, Briefcase],
];

/** An icon that goes with a theme's name. */
export function iconOfTheme(name: string): LucideIcon {
  return icons.find(([words]) => words.test(name))?.[1] ?? Folder;
}
