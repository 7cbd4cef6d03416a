import { Badge, Button, Checkbox, FieldError } from '@tongban/ui';
import { BadgeCheck } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { ApplicationMaterial } from '@tongban/server/src/modules/catalog/contract.ts';
import { FileUploads, type ShownFile } from '../files/FileUploads.tsx';
import { formatDate } from '../format/dates.ts';
import { materialText as t } from './text.ts';
import './materials.css';

export interface LicenceOption { id: string; name: string; number: string; validTo: string | null }

/** What is given for one material now. */
export interface GivenMaterial {
  files: readonly ShownFile[];
  licenceId: string | null;
  licenceConsent: boolean;
}

export interface MaterialFieldProps {
  material: ApplicationMaterial;
  reason?: string | null;
  required: boolean;
  licences: readonly LicenceOption[];
  given: GivenMaterial;
  fault?: string | undefined;
  onAddFile: (file: ShownFile) => void;
  onRemoveFile: (fileId: string) => void;
  /** null takes the consent back. */
  onLicence: (licenceId: string | null) => void;
  addressOf: (fileId: string) => string;
  /** What else is to be said of the files. */
  notes?: ReactNode;
}

function Necessity({ material, required }: { material: ApplicationMaterial; required: boolean }) {
  if (material.necessity === '3') return <Badge tone="warning">{t.later}</Badge>;
  return required ? <Badge tone="info">{t.required}</Badge> : <Badge>{t.optional}</Badge>;
}

function Licences({ licences, given, onLicence, onUpload }:
  Pick<MaterialFieldProps, 'licences' | 'given' | 'onLicence'> & { onUpload: () => void }) {
  return (
    <div className="licence-choice">
      <p className="licence-choice__title"><BadgeCheck size={20} aria-hidden="true" />{t.free}</p>
      {licences.map((licence) => (
        <Checkbox
          key={licence.id} checked={given.licenceId === licence.id && given.licenceConsent}
          onChange={(agreed) => onLicence(agreed ? licence.id : null)}
        >
          {t.consent(licence.name, licence.number)}
          <span className="muted">{licence.validTo ? `${t.validTo(formatDate(licence.validTo))}。` : ''}{t.consentNote}</span>
        </Checkbox>
      ))}
      <Button variant="quiet" onClick={onUpload}>{t.orUpload}</Button>
    </div>
  );
}

/** Where the part of a material is on the page. */
export const materialPartId = (key: string): string => `material-${key}`;

/** One material of an application: generated, replaced by a licence with consent, or uploaded. */
export function MaterialField({ material, reason, required, licences, given, fault, onAddFile, onRemoveFile, onLicence, addressOf, notes }: MaterialFieldProps) {
  const id = useId();
  const [ownUpload, setOwnUpload] = useState(given.files.length > 0);
  const offersLicence = licences.length > 0 && !ownUpload;
  return (
    <section className="material" id={materialPartId(material.key)} aria-labelledby={id} tabIndex={-1} aria-invalid={fault ? true : undefined}>
      <div className="material__head">
        <h3 id={id}>{material.name}</h3>
        <Necessity material={material} required={required} />
      </div>
      {reason && <p className="muted">{reason}</p>}
      {material.formKey ? <p className="material__good">{t.generated}</p> : (
        <>
          {material.fillingInstructions && <p>{material.fillingInstructions}</p>}
          <p className="muted">{material.acceptanceStandard}</p>
          {material.sample?.text && <p className="muted">{t.sample}：{material.sample.text}</p>}
          {offersLicence
            ? <Licences licences={licences} given={given} onLicence={onLicence} onUpload={() => { setOwnUpload(true); onLicence(null); }} />
            : (
              <>
                <FileUploads
                  label={material.name} rule={material} files={given.files} addressOf={addressOf}
                  onAdd={onAddFile} onRemove={onRemoveFile}
                />
                {notes}
                {licences.length > 0 && <Button variant="quiet" onClick={() => setOwnUpload(false)}>{t.useLicence}</Button>}
              </>
            )}
        </>
      )}
      {fault && <FieldError>{fault}</FieldError>}
    </section>
  );
}
