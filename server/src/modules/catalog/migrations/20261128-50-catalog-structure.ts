import { defineMigration } from '../../../kernel/db/index.ts';

/**
 * Where an item comes from (基本编码), what it is a handling item of, and what the superior list has fixed; life stages
 * (CAT-07), local topics, kinds of penalty (行政处罚法第九条), and the marks of cross-region lists (CAT-06, CAT-08).
 */
export const catalogStructure = defineMigration('20261128-50-catalog-structure', `
ALTER TABLE catalog.item
  ADD COLUMN catalog_code text,
  ADD COLUMN parent_item_id uuid REFERENCES catalog.item (id),
  ADD COLUMN locked_elements text[] NOT NULL DEFAULT '{}';

UPDATE catalog.item i SET catalog_code = v.elements ->> 'catalogCode' FROM catalog.item_version v WHERE v.id = i.latest_version_id;

CREATE INDEX item_catalog_code ON catalog.item (catalog_code) WHERE catalog_code IS NOT NULL;
CREATE INDEX item_parent ON catalog.item (parent_item_id) WHERE parent_item_id IS NOT NULL;

INSERT INTO kernel.dictionary (code, name) VALUES
  ('person-life-stage', '个人全生命周期'), ('company-life-stage', '企业全生命周期'),
  ('local-person-topic', '地方特色个人主题'), ('local-company-topic', '地方特色法人主题'), ('penalty-kind', '行政处罚种类')
ON CONFLICT DO NOTHING;

INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES
  ('person-life-stage', 'birth', '出生', 0), ('person-life-stage', 'education', '教育', 1), ('person-life-stage', 'employment', '就业', 2),
  ('person-life-stage', 'marriage', '婚育', 3), ('person-life-stage', 'housing', '置业', 4), ('person-life-stage', 'daily-life', '生活', 5),
  ('person-life-stage', 'travel', '出行', 6), ('person-life-stage', 'medical-care', '就医', 7), ('person-life-stage', 'relief', '救助', 8),
  ('person-life-stage', 'retirement', '养老', 9), ('person-life-stage', 'after-death', '身后', 10),
  ('company-life-stage', 'founding', '企业开办', 0), ('company-life-stage', 'market-access', '准入准营', 1),
  ('company-life-stage', 'construction', '工程建设', 2), ('company-life-stage', 'employing', '招聘用工', 3),
  ('company-life-stage', 'taxes', '纳税缴费', 4), ('company-life-stage', 'growth', '经营发展', 5), ('company-life-stage', 'exit', '注销退出', 6),
  ('local-person-topic', 'returning-home', '返乡创业', 0), ('local-person-topic', 'farmers', '惠农服务', 1),
  ('local-person-topic', 'sichuan-chongqing', '川渝便民', 2),
  ('local-company-topic', 'returning-home', '返乡创业', 0), ('local-company-topic', 'farming', '特色农业', 1),
  ('local-company-topic', 'sichuan-chongqing', '川渝合作', 2),
  ('penalty-kind', '1', '警告、通报批评', 0), ('penalty-kind', '2', '罚款、没收违法所得、没收非法财物', 1),
  ('penalty-kind', '3', '暂扣许可证件、降低资质等级、吊销许可证件', 2),
  ('penalty-kind', '4', '限制开展生产经营活动、责令停产停业、责令关闭、限制从业', 3), ('penalty-kind', '5', '行政拘留', 4),
  ('penalty-kind', '9', '法律、行政法规规定的其他行政处罚', 5),
  ('item-tag', 'one-photo', '一照通办', 8), ('item-tag', 'cross-province', '跨省通办', 9), ('item-tag', 'within-province', '省内通办', 10),
  ('item-tag', 'sichuan-chongqing', '川渝通办', 11), ('item-tag', 'same-city', '同城通办', 12)
ON CONFLICT DO NOTHING;
`);
