import type { Random } from '../random.js';

const HEADS = (
  '桂花 锦绣 江南 枫林 阳光 翠湖 金桂 香樟 银杏 紫薇 兰馨 碧水 清枫 水岸 书香 ' +
  '荷塘 东方 华庭 盛世 世纪 和谐 金色 蓝天 绿城 望江 临江 滨江 文景 景秀 丽景 ' +
  '嘉和 怡景 龙凤 凤鸣 溪畔 明珠 御景 鸿运 富春 安居 康乐 温馨 星辰 佳苑 学府 ' +
  '铭都'
).split(' ');
const TAILS = ['苑', '花园', '小区', '名都', '新村', '家园', '公寓', '花苑', '雅苑', '府', '华庭', '里'];
const FIRM_HEADS = (
  '恒达 永盛 宏泰 天成 金龙 华源 东升 新锐 力诺 佳美 三联 正泰源 顺发 环宇 鼎力 ' +
  '百川 海纳 精工 凯丰 明辉 瑞丰 中兴达 万里 康发'
).split(' ');
const FIRM_TAILS = (
  '机械有限公司 纺织有限公司 五金制品厂 电器有限公司 塑业有限公司 工贸有限公司 ' +
  '包装有限公司 汽配有限公司 家具厂 服饰有限公司 食品有限公司 建材有限公司'
).split(' ');
const SHOP_TAILS = ['商厦', '购物中心', '商业广场', '大酒店', '宾馆', '商务楼'];

export interface Namer {
  compound(): string;
  firm(): string;
  shops(): string;
}

/** Names for compounds and enterprises, each given once. */
export function createNamer(random: Random): Namer {
  const pairs = (heads: readonly string[], tails: readonly string[]): string[] =>
    random.shuffle(
      heads.flatMap((head) =>
        tails.filter((tail) => !head.endsWith(tail.slice(0, 1))).map((tail) => head + tail),
      ),
    );
  const compounds = pairs(HEADS, TAILS);
  const firms = pairs(FIRM_HEADS, FIRM_TAILS);
  const shops = pairs(HEADS, SHOP_TAILS);
  const take = (list: string[]) => () => {
    const name = list.pop();
    if (!name) throw new Error('The demo county has run out of names');
    return name;
  };
  return { compound: take(compounds), firm: take(firms), shops: take(shops) };
}
