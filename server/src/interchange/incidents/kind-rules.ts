import type { IncidentCategory } from '../../database/prisma/enums.js';

/**
 * Kinds say what happened. A class of person, a petition, an assembly, belief or speech is not a kind of incident here
 * (DOMAIN, "the line"), so a file's kinds that name one are refused.
 */
const REFUSED_ENGLISH =
  /\b(petition(s|ers?|ing)?|protest(s|ers?)?|demonstrations?|demonstrators?|assembl(y|ies)|gatherings?|rall(y|ies)|picket(s|ing)?|(labou?r|hunger|sit-down) strikes?|strikers?|religio(n|us)|belie(f|fs|vers?)|worship|sects?|cults?|falun ?gong|speech(es)?|opinions?|rumou?rs?|propaganda|key (person|people|individual)s?|persons? of interest|addicts?|drug users?|ex-?(offender|convict|prisoner)s?|parolees?|probationers?|released prisoners?|mental(ly ill)? (patients?|persons?)|psychiatric patients?|fugitives?|wanted persons?|suspects?|dissidents?|informants?|gang members?|sex offender registr\w*|foreigners?|migrants?|refugees?|immigrants?)\b/i;
const REFUSED_CHINESE =
  /上访|信访|访民|请愿|聚集|集会|游行|示威|静坐|罢工|维权|群体性|宗教|信仰|邪教|法轮|教会|传教|言论|舆情|谣言|反动|煽动|宣传品|重点人|涉稳|涉访|吸毒人员|戒毒人员|精神病人|精神障碍|肇事肇祸|刑满|释放人员|社区矫正|矫正对象|前科|在逃|逃犯|嫌疑人|管控对象|关注对象|线人|耳目|外籍人员|流动人口|少数民族|境外人员|人员管控/;

export const isRefusedKind = (text: string): boolean =>
  REFUSED_ENGLISH.test(text.replaceAll('_', ' ')) || REFUSED_CHINESE.test(text);

const SENSITIVE_ENGLISH =
  /\b(sex(ual(ly)?)?|rape|prostitut\w*|obscen\w*|indecen\w*|molest\w*|incest|traffick\w*|child(ren)?|minors?|juveniles?|infants?|domestic|family violence|spous\w+|suicid\w*|self[- ]harm|stalk\w*)\b/i;
const SENSITIVE_CHINESE =
  /性侵|强奸|猥亵|性骚扰|卖淫|嫖娼|儿童|未成年|少年|幼女|家暴|家庭暴力|家庭纠纷|自杀|轻生|自残|拐卖/;

/** Kinds that show at grid level only: sexual offences, minors, the home, suicide. */
export const isSensitiveKind = (text: string): boolean =>
  SENSITIVE_ENGLISH.test(text.replaceAll('_', ' ')) || SENSITIVE_CHINESE.test(text);

const CATEGORIES: [RegExp, IncidentCategory, priority: number][] = [
  [/homicid|murder|shooting|stabbing|robber|kidnap|arson|命案|杀人|抢劫|绑架|纵火/i, 'OFFENCE', 1],
  [/sexual assault|rape|强奸|性侵/i, 'OFFENCE', 1],
  [/injur.*(crash|collision|accident)|人伤/i, 'TRAFFIC', 1],
  [
    /traffic|vehicle (crash|collision|accident)|collision|crash|hit and run|parking|交通|车祸|挪车|拥堵|停车/i,
    'TRAFFIC',
    3,
  ],
  [/\bfire\b|explosion|gas leak|flood|hazard|landslide|火情|火灾|燃气|爆炸|隐患|洪|地灾|塌/i, 'HAZARD', 1],
  [/dispute|quarrel|noise|neighbo|landlord|disturbance|纠纷|噪声|噪音|争吵|矛盾/i, 'DISPUTE', 3],
  [
    /missing|\blost|\bfound|welfare|assist|help|medical|ambulance|rescue|求助|走失|遗失|救助|被困/i,
    'HELP',
    2,
  ],
  [
    /graffiti|pothole|street ?light|garbage|rubbish|sanit|\btree|\bsign|市容|垃圾|路灯|井盖|占道|违建|环境/i,
    'CITY_SERVICE',
    3,
  ],
  [/assault|batter|weapon|fight|intimidat|打架|斗殴|伤害|凶器/i, 'OFFENCE', 1],
  [
    /theft|burglar|steal|fraud|decepti|damage|vandal|trespass|narcotic|drug|gambl|prostitut|offen[sc]e|violation|crim|stalk|obscen|liquor|盗|诈骗|损毁|赌|毒|举报|犯罪|违法/i,
    'OFFENCE',
    2,
  ],
];

/** A category and a priority for a kind that is new to us, by the words in it. */
export function classifyKind(text: string): { category: IncidentCategory; priority: number } {
  const [, category, priority] = CATEGORIES.find(([pattern]) => pattern.test(text)) ?? [
    null,
    'OTHER' as const,
    3,
  ];
  return { category, priority };
}
