/** Column names that hold data about a person. Compared in lower case with everything but letters and digits as one space. */
const ENGLISH = new RegExp(
  '\\b(' +
    [
      // somebody's name, in any of the roles a form knows
      '(first|last|middle|given|family|full|sur|maiden|nick) ?name',
      '(person|people|caller|reporter|reporting party|complainant|complaint by|victim|suspect|offender|arrestee|accused|defendant|witness|informant|applicant|party|parties|owner|resident|tenant|occupant|driver|patient|petitioner|contact|contact person|officer|leader|father|mother|spouse|child|guardian|householder|head of household)( ?name| ?names)?',
      '(called|reported|submitted) by',
      // numbers that name one
      '(id|identity|identification)( card)? ?(number|no|num)|id ?card|identity|citizen (id|number)|passport( ?(no|number))?|ssn|social security( ?(no|number))?|national insurance|(driver s?|driving) ?licen[cs]e( ?(no|number))?',
      '(tele)?phone( ?(no|number|num))?|telephone|tel|mobile( ?(no|number|phone))?|cell( ?phone)?|fax|tty|e ?mail( address)?|wechat|weixin|qq|line id|whatsapp|imei|imsi|mac( address)?|ip( address)?',
      '(licen[cs]e|number|vehicle|car|registration) ?plate( ?(no|number))?|plate( ?(no|number))?|vin|bank ?(card|account)( ?(no|number))?',
      // what describes one
      'birth( ?(date|day|place))?|date of birth|dob|age|sex|gender|race|ethnicity|nationality|religion|occupation|home address',
    ].join('|') +
    ')\\b',
);

const CHINESE =
  /姓名|报警人|报案人|举报人|来电人|投诉人|反映人|诉求人|当事人|嫌疑人|违法人|受害人|被害人|受伤人|证人|申请人|联系人|负责人姓名|户主|业主|住户|租户|驾驶人|驾驶员|司机|患者|家属|监护人|网格员|网格长|身份证|证件号|公民身份|护照|社保|驾驶证|手机|电话|号码归属|联系方式|传真|邮箱|微信|QQ|车牌|号牌|银行卡|卡号|出生|生日|年龄|性别|民族|籍贯|户籍|国籍|宗教|职业|家庭住址|家庭地址/i;

/**
 * Whether a column is about a person, by its name: such a column is dropped while the file is parsed, and is never
 * shown, staged or written anywhere.
 */
export function isIdentityColumn(name: string): boolean {
  if (CHINESE.test(name))
    return !/(数|数量|类型|类别|时间|时刻|日期)$/.test(name.trim()) || /出生/.test(name);
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ENGLISH.test(words) && !ABOUT_THINGS.test(words);
}

/** "Officer on scene time" or "contact type" say nothing about who. */
const ABOUT_THINGS =
  /^(age of (road|building)|party size|driver count|.* (count|type|kind|total|time|at|id type))$/;
