import { Button, Card, Notice } from '@tongban/ui';
import { useRef, useState } from 'react';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { MaterialField } from '../../shared/materials/MaterialField.tsx';
import type { DraftHandle } from './draft/useDraft.ts';
import { givenFor, missingMaterials, withFile, withLicence, withoutFile } from './material-state.ts';
import { text } from './text.ts';

/** The second step: give each material, or agree that a licence stands for it. */
export function MaterialsStep({ draft, handle, refused, onBack, onNext }: {
  draft: Draft;
  handle: DraftHandle;
  /** What the server refused at the last submission, by material key. */
  refused: Readonly<Record<string, string>>;
  onBack: () => void;
  onNext: () => void;
}) {
  const [tried, setTried] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const missing = missingMaterials(draft.materials, handle.content);
  const count = Object.keys(missing).length;
  function next() {
    setTried(true);
    if (count === 0) onNext();
    else if (part.current) focusFirstFault(part.current);
  }
  return (
    <div className="stack" ref={part}>
      {tried && count > 0 && <Notice tone="danger" live>{text.materials.wrong(count)}</Notice>}
      <Card title={text.materials.title}>
        {draft.materials.length === 0 && <p>{text.materials.none}</p>}
        {draft.materials.map((slot) => (
          <MaterialField
            key={slot.material.key} material={slot.material} reason={slot.reason} required={slot.required} licences={slot.licences}
            given={givenFor(slot, handle.content)} fault={tried ? missing[slot.material.key] : refused[slot.material.key]}
            onAddFile={(file) => handle.changeMaterial(slot.material.key, withFile(file.id), file)}
            onRemoveFile={(fileId) => handle.changeMaterial(slot.material.key, withoutFile(fileId))}
            onLicence={(licenceId) => handle.changeMaterial(slot.material.key, withLicence(licenceId))}
            addressOf={(fileId) => plainApi.url(downloadFile, { params: { fileId } })}
          />
        ))}
      </Card>
      <div className="tb-button-row">
        <Button size="large" onClick={onBack}>{text.back}</Button>
        <Button variant="primary" size="large" onClick={next}>{text.next}</Button>
      </div>
    </div>
  );
}
