import type { PublicMaterial } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useEntries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';

const words = text.editor;
const blank: PublicMaterial = { name: '', type: '3', form: '3', necessity: '1', source: '10', originals: 1, copies: 0 };

interface MaterialListProps { materials: readonly PublicMaterial[] | undefined; lock: ReactNode; onChange: (materials: PublicMaterial[] | undefined) => void }

/** The materials that the directory asks for, a line each. */
export function MaterialList({ materials = [], lock, onChange }: MaterialListProps) {
  const [necessities, forms, sources] = [useEntries('material-necessity'), useEntries('material-form'), useEntries('material-source')];
  const change = (index: number, next: Partial<PublicMaterial>) => onChange(materials.map((material, at) => (at === index ? { ...material, ...next } : material)));
  return (
    <div className="entry-form">
      <div className="entry-form__label">{words.materials}{lock}</div>
      {materials.map((material, index) => (
        <div className="entry-form__material" key={index}>
          <Input aria-label={words.materialName} placeholder={words.materialName} maxLength={200} value={material.name} onChange={(event) => change(index, { name: event.target.value })} />
          <Select aria-label="必要性" value={material.necessity} options={necessities} onChange={(necessity) => change(index, { necessity })} />
          <Select aria-label="材料形式" value={material.form} options={forms} onChange={(form) => change(index, { form })} />
          <Select aria-label="来源渠道" value={material.source} options={sources} onChange={(source) => change(index, { source })} />
          <Button
            type="text"
            danger
            onClick={() => {
              const rest = materials.filter((_material, at) => at !== index);
              onChange(rest.length === 0 ? undefined : rest);
            }}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button style={{ justifySelf: 'start' }} onClick={() => onChange([...materials, blank])}>{words.addMaterial}</Button>
    </div>
  );
}
