import { singlePath, type BundleContent } from '@tongban/server/src/modules/bundles/contract.ts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { links } from '../../../shared/links.ts';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import { text } from '../text.ts';
import { Faults } from './Faults.tsx';
import { findingsAt, type SectionProps } from './section.ts';
import { SharingTable, type PartRef, type SharedRow } from './SharingTable.tsx';

const words = text.materials;

/** The one set of materials: what is handed in once for several items and why (BDL-01). */
export function MaterialsSection({ content, parts, findings, discussion, disabled, change }: SectionProps) {
  if (!parts) return null;
  const { materials, items, separate } = parts;
  const nameOf = (item: string) => items.find(({ key }) => key === item)?.name ?? item;
  const materialOf = ({ item, key }: PartRef) => items.find((one) => one.key === item)?.materials.find((one) => one.key === key);
  const partOf = (source: PartRef) => {
    const material = materialOf(source);
    return `${material?.name ?? source.key}${material?.conditional ? `（${words.conditional}）` : ''}`;
  };
  const set = (sharedMaterials: BundleContent['sharedMaterials'], part: string) => change({ ...content, sharedMaterials }, part);
  const rows = materials.map((material): SharedRow => {
    const at = content.sharedMaterials.findIndex((shared) => material.mergedBy === 'configured' && shared.materials.some((one) => material.sources.some(({ item, key }) => one.item === item && one.key === key)));
    const shared = content.sharedMaterials[at];
    return {
      id: material.key, label: shared?.name ?? material.name, kind: 'material', by: words.by[material.mergedBy], merged: material.mergedBy !== 'alone', sources: material.sources, sourcePath: (source: PartRef) => singlePath('materials', source),
      note: material.standardCode ? <Link to={links.material(material.standardCode)} title={words.library}>{material.standardCode}</Link> : words.noCode,
      ...(shared ? { path: `sharedMaterials.${at}`, rename: (name: string) => set(content.sharedMaterials.map((one, index) => (index === at ? { ...one, name } : one)), `sharedMaterials.${at}`) } : {}),
      ...(shared && !disabled ? { actions: <Button type="link" size="small" onClick={() => set(content.sharedMaterials.filter((_one, index) => index !== at), 'sharedMaterials.removed')}>{text.form.split}</Button> } : {}),
    };
  });
  return (
    <div className="bundle-section">
      <p className="muted">{words.lead}</p>
      <Faults findings={findingsAt(findings, 'sharedMaterials')} />
      <Remarks discussion={discussion} path="sharedMaterials" />
      {rows.length === 0 ? <p className="faint">{words.none}</p> : (
        <>
          <p>{words.summary(separate.materials, rows.length)}</p>
          <SharingTable
            rows={rows} label={text.editing.sections.materials} columns={{ label: words.columns.name, by: words.columns.by, sources: words.columns.sources }} nameOf={nameOf} partOf={partOf} disabled={disabled} discussion={discussion}
            words={{ filter: words.filter, search: words.search, merge: text.form.merge, choose: text.form.choose, mergeTitle: words.mergeTitle, mergeLead: words.mergeLead, name: words.label, pickTwo: words.pickTwo, sameKind: words.twoItems, twoItems: words.twoItems }}
            onMerge={(name, sources) => set([...content.sharedMaterials, { name: name.slice(0, 200), materials: sources.map(({ item, key }) => ({ item, key })) }], 'sharedMaterials.added')}
          />
        </>
      )}
    </div>
  );
}
