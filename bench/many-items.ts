import type pg from 'pg';
import { pinyin } from 'pinyin-pro';
import { createId } from '../server/src/kernel/db/index.ts';
import { buildSearchRow } from '../server/src/modules/catalog/search/search-row.ts';
import type { ItemElements } from '../server/src/modules/catalog/contract.ts';

/** What the items are about. */
export const objects = [
  '城市道路挖掘', '排水', '建筑垃圾处置', '户外广告设置', '食品经营', '小餐饮', '公共场所卫生', '医疗机构执业', '护士执业', '医师执业', '药品经营', '医疗器械经营', '道路货物运输', '道路旅客运输',
  '机动车驾驶员培训', '出租汽车经营', '危险化学品经营', '烟花爆竹零售', '特种设备使用', '劳务派遣经营', '人力资源服务', '民办学校办学', '教师资格', '社会团体成立', '民办非企业单位成立', '宗教活动场所设立',
  '养老机构', '高龄津贴', '临时救助', '残疾人两项补贴', '城乡居民最低生活保障', '婚姻', '收养', '殡葬服务', '户口迁移', '居民身份证', '居住证', '往来港澳通行证', '普通护照', '机动车', '驾驶证', '不动产', '商品房预售',
  '房屋租赁', '施工图审查', '建筑工程施工', '建设工程消防验收', '建设用地规划', '建设工程规划', '临时用地', '取水', '河道采砂', '水土保持方案', '林木采伐', '种子生产经营', '动物防疫条件', '生猪屠宰', '兽药经营', '渔业捕捞',
  '环境影响评价', '排污', '辐射安全', '危险废物经营', '广播电视节目制作', '电影放映', '文物保护单位修缮', '营业性演出', '娱乐场所', '互联网上网服务', '旅行社', '体育场馆经营', '律师事务所', '公证', '法律援助', '司法鉴定',
  '企业设立', '个体工商户', '农民专业合作社', '股权出质', '商标',
] as const;
const qualifiers = ['', '临时', '外商投资', '个人', '跨区域'] as const;
export const matters = ['许可', '审批', '备案', '登记', '变更', '延续', '注销', '补办', '年度核查', '信息查询'] as const;
export const places = [
  '广安区', '前锋区', '岳池县', '武胜县', '邻水县', '华蓥市', '顺庆区', '高坪区', '嘉陵区', '南部县', '营山县', '蓬安县', '仪陇县', '西充县', '阆中市', '通川区', '达川区', '宣汉县', '开江县', '大竹县', '渠县', '万源市', '巴州区', '恩阳区', '通江县',
] as const;

/** Different items; each is offered in every place, as the same items are across a province. */
export const itemNames = objects.flatMap((object) => qualifiers.flatMap((qualifier) => matters.map((matter) => `${qualifier}${object}${matter}`)));

/** How many items `loadItems` makes: 100,000. */
export const itemCount = itemNames.length * places.length;

/** Fills the catalogue's search with published items: words, pinyin and rows as publishing writes them, for every place. */
export async function loadItems(pool: pg.Pool, base: ItemElements): Promise<void> {
  await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
  await pool.query('CREATE TABLE IF NOT EXISTS bench.item_search (LIKE catalog.item_search)');
  for (let from = 0; from < itemNames.length; from += 500) {
    const rows = itemNames.slice(from, from + 500).map((name) => {
      const row = buildSearchRow(createId(), createId(), { ...base, name, aliases: [], mainItemName: name }, 0);
      return Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
    });
    await pool.query('INSERT INTO bench.item_search SELECT * FROM json_populate_recordset(NULL::bench.item_search, $1::json)', [JSON.stringify(rows)]);
  }
  await multiply(pool);
}

/** The index is built after the rows, which takes seconds instead of minutes. */
async function multiply(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SET maintenance_work_mem = '512MB'; SET session_replication_role = replica`);
    const { rows: [index] } = await client.query<{ indexdef: string }>(`SELECT indexdef FROM pg_indexes WHERE indexname = 'item_search_vector'`);
    await client.query('DROP INDEX catalog.item_search_vector');
    await client.query(`
      INSERT INTO catalog.item_search
      SELECT gen_random_uuid(), version_id, place || name, organization_id, place || department_name, (510000 + number * 7) || '000000', task_type, audiences, topics, online_available,
        (random() * random() * 1000)::int, replace(card, '"name":"' || name, '"name":"' || place || name), vector || to_tsvector('simple', place)
      FROM bench.item_search, unnest($1::text[]) WITH ORDINALITY AS p (place, number)`, [places]);
    await client.query(index?.indexdef ?? '');
    await client.query('RESET ALL; ANALYZE catalog.item_search');
  } finally {
    client.release(true);
  }
}

/** A small repeatable generator of numbers in 0–1, so that every run asks the same. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function misspell(text: string, random: () => number): string {
  const characters = [...text];
  characters[Math.floor(random() * characters.length)] = '之';
  return characters.join('');
}

/** What people type: mostly words, some pinyin, some with a wrong character, some that nobody offers. */
export function typeQueries(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const object = pick(objects);
    const kind = random();
    if (kind < 0.3) return object;
    if (kind < 0.5) return `${object}${pick(matters)}`;
    if (kind < 0.65) return `${pick(places)}${object}${pick(matters)}`;
    if (kind < 0.75) return `我想办${pick(qualifiers)}${object}的${pick(matters)}`;
    if (kind < 0.85) return pinyin(object, { toneType: 'none', type: 'array' }).join('');
    if (kind < 0.92) return misspell(`${object}${pick(matters)}`, random);
    if (kind < 0.97) return pick(['许可', '办理', '登记', '补办', '经营许可', '企业', '怎么办证']);
    return `飞船发射${Math.floor(random() * 1_000)}`;
  });
}
