import type { WordPair } from '../cases/records.ts';

/**
 * Words that are easy to say and hard to mistake, in both languages. Page, agent and device show the same two, so that the
 * owner knows that the caller is the one who asks. The order is part of what is stored: append only.
 */
const pairs: readonly (readonly [string, string])[] = (
  'apple 苹果,bamboo 竹子,banana 香蕉,basket 篮子,bell 铃铛,bicycle 自行车,boat 小船,book 书本,bottle 瓶子,bread 面包,' +
  'bridge 桥梁,broom 扫帚,bucket 水桶,butterfly 蝴蝶,button 纽扣,cactus 仙人掌,camel 骆驼,candle 蜡烛,carpet 地毯,carrot 胡萝卜,' +
  'castle 城堡,cat 小猫,chair 椅子,cherry 樱桃,chess 象棋,cloud 云朵,coffee 咖啡,coin 硬币,compass 指南针,corn 玉米,' +
  'crane 仙鹤,crown 皇冠,cup 杯子,desert 沙漠,diamond 钻石,dolphin 海豚,donkey 毛驴,door 大门,dragon 飞龙,drum 大鼓,' +
  'duck 鸭子,eagle 老鹰,egg 鸡蛋,elephant 大象,engine 引擎,feather 羽毛,fire 火焰,flag 旗帜,flower 鲜花,flute 笛子,' +
  'forest 森林,fox 狐狸,frog 青蛙,garden 花园,ginger 生姜,giraffe 长颈鹿,glass 玻璃,glove 手套,grape 葡萄,guitar 吉他,' +
  'hammer 锤子,harbor 港湾,harvest 丰收,hat 帽子,honey 蜂蜜,horse 骏马,house 房屋,island 海岛,jacket 外套,jasmine 茉莉,' +
  'kettle 水壶,key 钥匙,kite 风筝,ladder 梯子,lake 湖泊,lamp 台灯,lemon 柠檬,letter 书信,lion 狮子,lotus 莲花,' +
  'magnet 磁铁,mango 芒果,map 地图,market 集市,melon 甜瓜,mirror 镜子,monkey 猴子,moon 月亮,mountain 高山,mushroom 蘑菇,' +
  'needle 银针,noodle 面条,ocean 海洋,onion 洋葱,orange 橙子,orchid 兰花,owl 猫头鹰,paint 油漆,panda 熊猫,paper 白纸,' +
  'parrot 鹦鹉,peach 桃子,peanut 花生,pearl 珍珠,pencil 铅笔,pepper 辣椒,piano 钢琴,pine 松树,planet 行星,pocket 口袋,' +
  'potato 土豆,pumpkin 南瓜,rabbit 兔子,radio 收音机,rain 雨水,rainbow 彩虹,ribbon 丝带,rice 大米,ring 戒指,river 河流,' +
  'rocket 火箭,rose 玫瑰,sail 风帆,salt 食盐,scissors 剪刀,shadow 影子,sheep 绵羊,silk 丝绸'
)
  .split(',')
  .map((pair) => {
    const [en = '', zh = ''] = pair.split(' ');
    return [en, zh] as const;
  });

export const wordCount = pairs.length;

/** Two different words; `integer` is uniform in 0 .. below-1. */
export function drawWords(integer: (below: number) => number): WordPair {
  const first = integer(wordCount);
  const second = integer(wordCount - 1);
  return [first, second < first ? second : second + 1];
}

export function wordsIn(pair: WordPair): { readonly en: readonly string[]; readonly 'zh-CN': readonly string[] } {
  const known = pair.map((index) => pairs[index] ?? (['?', '?'] as const));
  return { en: known.map(([en]) => en), 'zh-CN': known.map(([, zh]) => zh) };
}
