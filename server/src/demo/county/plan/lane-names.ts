import type { Random } from '../random.js';

const OLD = (
  '桂花 井头 石榴 竹竿 染坊 铁匠 书院 学宫 城隍 马坊 酱园 米行 油车 水门 柴场 ' +
  '灯笼 梧桐 青石 双井 官驿 后宅 钟楼 豆腐 花厅 皮坊 药王 箍桶 纸坊 荷花 八字 ' +
  '天井 祠堂 茶坊 木场 银杏 小桥 大树 状元 太平 和合'
).split(' ');
const OLD_ENDS = ['弄', '巷', '弄', '里'];
const NEW = (
  '康宁 惠民 文晖 丰泽 春晖 长安 永乐 和平 友谊 新华 银泰 金穗 红枫 翠苑 锦绣 ' +
  '广福 安康 同心 百合 紫荆 玉兰 香樟 芙蓉 丹桂 杜鹃 海棠 清风 明月 朝阳 晨光 ' +
  '云帆 宏图 凤凰 麒麟 金桥 银杏 松柏 翠竹 梅岭 兰亭 湖滨 溪口 塘下 塔山 狮山 ' +
  '龙泉 东升 西苑 南苑 北苑'
).split(' ');
const NEW_ENDS = ['路', '巷', '街', '二路', '支路'];

/** A source of lane names, each given once: 弄 and 巷 in the old town, 路 and 街 elsewhere. 仓前弄 comes first in the old town. */
export function laneNames(random: Random): (old: boolean) => string {
  const combine = (heads: readonly string[], tails: readonly string[]): string[] =>
    random.shuffle(heads.flatMap((head) => [...new Set(tails)].map((tail) => head + tail)));
  const old = combine(OLD, OLD_ENDS);
  const fresh = combine(NEW, NEW_ENDS);
  old.push('仓前弄');
  let serial = 0;
  return (wantsOld) => (wantsOld ? old.pop() : fresh.pop()) ?? `枫新${++serial}路`;
}
