import { CheckCircleFilled } from '@ant-design/icons';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { Checkbox, Popover, Select } from 'antd';
import { plainApi } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { FileUploads } from '../../../shared/files/FileUploads.tsx';
import type { Uploads } from '../../../shared/files/use-uploads.ts';
import { clearable } from '../../../shared/form/clearable.tsx';
import { formatDate, formatTime } from '../../../shared/format/dates.ts';
import { text } from '../text.ts';
import { isGiven } from './missing-materials.ts';
import { givenFor, type DraftContent, type GivenMaterial } from './draft-content.ts';

type Slot = Draft['materials'][number];
const words = text.material;

interface MaterialSlotsProps {
  slots: readonly Slot[];
  content: DraftContent;
  onChange: (key: string, change: Partial<GivenMaterial>) => void;
  missing: ReadonlySet<string>;
  problems: Readonly<Record<string, string>>;
  uploads: Uploads;
  /** Somebody has tried to submit. */
  tried: boolean;
  /** When the applicant agreed by share code to what is given for a material (INT-09). */
  sharedAt?: (materialKey: string) => string | undefined;
}

/** Id of the control that uploads a material. */
const uploadId = (materialKey: string): string => `upload-${materialKey}`;

/** One slot for each material: uploaded, taken on paper, or replaced by a licence the platform itself issued. */
export function MaterialSlots({ slots, content, onChange, missing, problems, uploads, tried, sharedAt }: MaterialSlotsProps) {
  return (
    <ol className="slots">
      {slots.map((slot) => (
        <MaterialSlot
          key={slot.material.key}
          slot={slot}
          given={givenFor(content, slot.material.key)}
          done={isGiven(slot, content)}
          fault={(tried && uploads.lack(uploadId(slot.material.key))) || (problems[slot.material.key] ?? (missing.has(slot.material.key) ? words.missing : undefined))}
          uploads={uploads}
          agreedAt={sharedAt?.(slot.material.key)}
          onChange={(change) => onChange(slot.material.key, change)}
        />
      ))}
    </ol>
  );
}

function MaterialSlot({
  slot,
  given,
  done,
  fault,
  uploads,
  agreedAt,
  onChange,
}: {
  slot: Slot;
  given: GivenMaterial;
  done: boolean;
  fault: string | undefined;
  uploads: Uploads;
  agreedAt: string | undefined;
  onChange: (change: Partial<GivenMaterial>) => void;
}) {
  const { material, licences } = slot;
  return (
    <li className={fault ? 'slot is-missing' : 'slot'} id={`material-${material.key}`} tabIndex={fault ? -1 : undefined} {...(done || !slot.required ? { 'data-settled': '' } : {})}>
      <p className="slot__name">
        {done ? <CheckCircleFilled className="slot__done" /> : <span className="slot__open" />}
        <strong>{material.name}</strong>
        {slot.required ? null : <Tag>{material.necessity === '3' ? words.later : words.optional}</Tag>}
        <SlotHelp slot={slot} />
      </p>
      {slot.reason ? <p className="faint small">{slot.reason}</p> : null}
      {licences.length > 0 ? (
        <Select
          size="small"
          allowClear={clearable}
          style={{ width: '100%' }}
          placeholder={`${words.licence}（${words.consent}）`}
          {...(given.licenceId ? { value: given.licenceId } : {})}
          options={licences.map((licence) => ({
            value: licence.id,
            label: `${licence.name} ${licence.number}${licence.validTo ? `　${words.validTo(formatDate(licence.validTo))}` : ''}`,
          }))}
          onChange={(licenceId?: string) => onChange(licenceId ? { licenceId, files: [], paperReceived: false } : { licenceId: null })}
        />
      ) : null}
      {given.licenceId === null ? (
        <>
          <FileUploads
            id={uploadId(material.key)}
            uploads={uploads}
            files={given.files}
            maxFiles={material.maxFiles}
            accept={material.fileTypes}
            label={`${words.upload} ${material.name}`}
            scans={material.name}
            onChange={(files) => onChange({ files })}
            onOpen={(file) => {
              window.open(plainApi.url(downloadFile, { params: { fileId: file.id } }), '_blank', 'noopener');
            }}
          />
          <Checkbox checked={given.paperReceived} onChange={(event) => onChange({ paperReceived: event.target.checked })}>
            {words.paper}
            <span className="faint small">　{words.copies(material.originals, material.copies)}</span>
          </Checkbox>
        </>
      ) : null}
      {agreedAt === undefined ? null : <p className="note-ok">{text.share.mark(formatTime(agreedAt))}</p>}
      {fault ? (
        <p className="slot__fault" role="alert">
          {fault}
        </p>
      ) : null}
    </li>
  );
}

/** What to compare while the material is taken (GDE-03). */
function SlotHelp({ slot: { material } }: { slot: Slot }) {
  const points = material.reviewPoints.filter((point) => point.stage === 'acceptance');
  const content = (
    <div className="slot-help">
      <p>
        <b>{words.standard}：</b>
        {material.acceptanceStandard}
      </p>
      {material.fillingInstructions ? (
        <p>
          <b>{words.instructions}：</b>
          {material.fillingInstructions}
        </p>
      ) : null}
      {points.length > 0 ? (
        <>
          <p>
            <b>{words.points}：</b>
          </p>
          <ul>
            {points.map((point) => (
              <li key={point.key}>{point.text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
  return (
    <Popover content={content} trigger={['hover', 'click']} placement="left">
      <button type="button" className="link-button slot__help">
        {words.standard}
      </button>
    </Popover>
  );
}
