import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ApplicationMaterial } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button } from 'antd';
import { EntryForm } from '../editor/EntryForm.tsx';
import { entryLists } from '../../../shared/items/entry-parts.ts';
import { Faults } from '../editor/Faults.tsx';
import { text } from '../text.ts';
import type { GuidedEditing } from './use-guided.ts';
import { useFindings } from './use-findings.ts';

const words = text.guiding.material;
/** What is changed of a material while its situations are drawn: when it is needed, what is looked at, and samples (GDE-03). */
const shown = ['name', 'when', 'acceptanceStandard', 'reviewPoints', 'sample', 'blankFormFileId'];

/** A material beside the picture: its situations, review points and samples. */
export function MaterialPanel({ editing, material }: { editing: GuidedEditing; material: ApplicationMaterial }) {
  const { elements, guided: { materials }, readOnly, changeMaterials, select } = editing;
  const findings = useFindings().filter(({ path }) => path.startsWith(`materials.${material.key}.`));
  const parts = (entryLists.materials?.parts ?? []).filter(({ name }) => shown.includes(name)).map((part) => ({ ...part, wide: true }));
  return (
    <div className="guide-form">
      <h3><Button type="text" size="small" icon={<ArrowLeftOutlined />} aria-label={words.close} onClick={() => select(undefined)} /> {words.title}</h3>
      <EntryForm
        element="materials" path={`materials.${material.key}`} entry={material} parts={parts} disabled={readOnly} prefix={`guide-material-${material.key}`} elements={elements}
        onChange={(next) => changeMaterials(materials.map((one) => (one === material ? next as ApplicationMaterial : one)), `material.${material.key}`)}
        faultsOf={(part) => <Faults findings={findings.filter(({ path }) => path === `materials.${material.key}.${part}` || path.startsWith(`materials.${material.key}.${part}.`))} />}
      />
    </div>
  );
}
