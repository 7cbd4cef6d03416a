import { fieldTypeLabels, singlePath, type BundleContent } from '@tongban/server/src/modules/bundles/contract.ts';
import { Button } from 'antd';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import { text } from '../text.ts';
import { Faults } from './Faults.tsx';
import { findingsAt, type SectionProps } from './section.ts';
import { SharingTable, type PartRef, type SharedRow } from './SharingTable.tsx';

const words = text.form;
/** Where findings and remarks of this section stand; `fields` are those of the items' own forms. */
const places = ['sharedFields', 'separateFields', 'fields'] as const;

const isFieldType = (type: string): type is keyof typeof fieldTypeLabels => type in fieldTypeLabels;
const isSame = (one: PartRef, other: PartRef) => one.item === other.item && one.key === other.key;

/** The one form: what is asked once for several items and why, and what each item asks alone (BDL-01). */
export function FormSection({ content, parts, findings, discussion, disabled, change }: SectionProps) {
  if (!parts) return null;
  const { fields, items, separate } = parts;
  const nameOf = (item: string) => items.find(({ key }) => key === item)?.name ?? item;
  const partOf = ({ item, key }: PartRef) => items.find((one) => one.key === item)?.fields.find(({ id }) => id === key)?.label ?? key;
  const setShared = (sharedFields: BundleContent['sharedFields'], part: string) => change({ ...content, sharedFields }, part);
  const setSeparate = (separateFields: PartRef[]) => change({ ...content, separateFields }, 'separateFields');
  const rows = fields.map((field): SharedRow => {
    const at = content.sharedFields.findIndex((shared) => field.mergedBy === 'configured' && shared.fields.some((one) => field.sources.some((source) => isSame(one, source))));
    const shared = content.sharedFields[at];
    const apart = content.separateFields.find((one) => field.sources.some((source) => isSame(one, source)));
    return {
      id: field.id, label: shared?.label ?? field.label, kind: field.type, by: words.by[field.mergedBy], merged: field.mergedBy !== 'alone', sources: field.sources,
      note: isFieldType(field.type) ? fieldTypeLabels[field.type] : field.type, sourcePath: (source: PartRef) => singlePath('fields', source),
      ...(shared ? { path: `sharedFields.${at}`, rename: (label: string) => setShared(content.sharedFields.map((one, index) => (index === at ? { ...one, label } : one)), `sharedFields.${at}`) } : {}),
      ...(disabled ? {} : {
        actions: shared
          ? <Button type="link" size="small" onClick={() => setShared(content.sharedFields.filter((_one, index) => index !== at), 'sharedFields.removed')}>{words.split}</Button>
          : apart ? <Button type="link" size="small" onClick={() => setSeparate(content.separateFields.filter((one) => !isSame(one, apart)))}>{words.together}</Button> : null,
        ...(field.mergedBy === 'element' ? {
          sourceAction: (source: PartRef) => <Button type="link" size="small" title={words.separateHint(nameOf(source.item))} onClick={() => setSeparate([...content.separateFields, { item: source.item, key: source.key }])}>{words.separate}</Button>,
        } : {}),
      }),
    };
  });
  return (
    <div className="bundle-section">
      <p className="muted">{words.lead}</p>
      <Faults findings={places.flatMap((place) => findingsAt(findings, place))} />
      {places.map((place) => <Remarks key={place} discussion={discussion} path={place} />)}
      {rows.length === 0 ? <p className="faint">{words.none}</p> : (
        <>
          <p>{words.summary(separate.fields, rows.length, rows.filter(({ merged }) => merged).length)}</p>
          <SharingTable
            rows={rows} label={text.editing.sections.form} columns={words.columns} nameOf={nameOf} partOf={partOf} disabled={disabled} discussion={discussion}
            words={{ filter: words.filter, search: words.search, merge: words.merge, choose: words.choose, mergeTitle: words.mergeTitle, mergeLead: words.mergeLead, name: words.label, pickTwo: words.pickTwo, sameKind: words.sameType, twoItems: words.twoItems }}
            onMerge={(label, sources) => setShared([...content.sharedFields, { label: label.slice(0, 120), fields: sources.map(({ item, key }) => ({ item, key })) }], 'sharedFields.added')}
          />
        </>
      )}
    </div>
  );
}
