import { Button, Card } from '@tongban/ui';
import { useState } from 'react';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { FaultSummary } from '../../shared/layout/FaultSummary.tsx';
import { MaterialField, materialPartId } from '../../shared/materials/MaterialField.tsx';
import type { DraftHandle } from './draft/useDraft.ts';
import { givenFor, missingMaterials, withFile, withLicence, withoutFile } from './material-state.ts';
import { FileReadingNote } from './recognition/FileReadingNote.tsx';
import { QuestionList } from './recognition/QuestionList.tsx';
import { useReadings } from './recognition/use-readings.ts';
import { text } from './text.ts';

/** Takes the reader to a material of this page. */
function goToMaterial(key: string): void {
  const part = document.getElementById(materialPartId(key));
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

/** The second step: give each material, or agree that a licence stands for it. */
export function MaterialsStep({ draft, handle, refused, onBack, onNext }: {
  draft: Draft;
  handle: DraftHandle;
  /** What the server refused at the last submission, by material key. */
  refused: Readonly<Record<string, string>>;
  onBack: () => void;
  onNext: () => void;
}) {
  const [attempts, setAttempts] = useState(0);
  const recognition = useReadings(draft, handle);
  const missing = missingMaterials(draft.materials, handle.content);
  const faults = attempts > 0 ? missing : refused;
  const shown = draft.materials.flatMap(({ material: { key } }) => (faults[key] === undefined ? [] : [{ id: materialPartId(key), message: faults[key] }]));
  function next() {
    if (Object.keys(missing).length === 0) onNext();
    else setAttempts(attempts + 1);
  }
  return (
    <div className="stack">
      <FaultSummary title={text.materials.wrong(shown.length)} faults={shown} attempts={attempts} />
      <Card title={text.materials.title}>
        {draft.materials.length === 0 && <p>{text.materials.none}</p>}
        {draft.materials.map((slot) => (
          <MaterialField
            key={slot.material.key} material={slot.material} reason={slot.reason} required={slot.required} licences={slot.licences}
            given={givenFor(slot, handle.content)} fault={faults[slot.material.key]}
            onAddFile={(file) => handle.changeMaterial(slot.material.key, withFile(file.id), file)}
            onRemoveFile={(fileId) => handle.changeMaterial(slot.material.key, withoutFile(fileId))}
            onLicence={(licenceId) => handle.changeMaterial(slot.material.key, withLicence(licenceId))}
            addressOf={(fileId) => plainApi.url(downloadFile, { params: { fileId } })}
            notes={recognition.readings?.files.filter(({ materialKey }) => materialKey === slot.material.key).map((reading) => (
              <FileReadingNote key={reading.fileId} reading={reading} pageUrl={(page) => recognition.pageUrl(reading.fileId, page)} />
            ))}
          />
        ))}
      </Card>
      <QuestionList handle={recognition} onForm={onBack} onMaterial={goToMaterial} />
      <div className="tb-button-row">
        <Button size="large" onClick={onBack}>{text.back}</Button>
        <Button variant="primary" size="large" onClick={next}>{text.next}</Button>
      </div>
    </div>
  );
}
