import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { downloadTypeSample, type Box, type DocumentType } from '@tongban/server/src/modules/recognition/contract.ts';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { FileUploads } from '../../shared/files/FileUploads.tsx';
import { useUploads } from '../../shared/files/use-uploads.ts';
import type { PartProps } from './BasicsPart.tsx';
import { RegionCanvas } from './RegionCanvas.tsx';
import { text } from './text.ts';

const words = text.type;
const sides = ['left', 'top', 'width', 'height'] as const;

interface TemplatePartProps extends PartProps { type: DocumentType; chosen: number | undefined; onChoose: (index: number | undefined) => void }

/** The sample picture, and for each value where it stands: drawn with the mouse, or typed in per cent. */
export function TemplatePart({ type, content, onChange, disabled, chosen, onChoose }: TemplatePartProps) {
  const { fields, sampleFileId } = content;
  const [replacing, setReplacing] = useState(false);
  const uploads = useUploads();
  const field = chosen === undefined ? undefined : fields[chosen];
  const place = (region: Box | null) => onChange({ fields: fields.map((one, index) => (index === chosen ? { ...one, region } : one)) });
  const source = sampleFileId === null ? undefined : sampleFileId === type.content.sampleFileId ? api.url(downloadTypeSample, { params: { typeId: type.id } }) : api.url(downloadFile, { params: { fileId: sampleFileId } });
  return (
    <section className="recognition-panel recognition-template" aria-label={words.template}>
      <h2>{words.template}</h2>
      <p className="muted small">{words.templateHint}</p>
      {!disabled && (source === undefined || replacing) ? (
        <>
          {replacing ? <p className="muted small">{words.dropFields}</p> : null}
          <FileUploads
            id="template-picture" files={[]} maxFiles={1} label={words.upload} uploads={uploads}
            onChange={([file]) => {
              if (!file) return;
              setReplacing(false);
              onChange({ sampleFileId: file.id, fields: fields.map((one) => ({ ...one, region: null })) });
            }}
          />
        </>
      ) : null}
      {source === undefined ? null : (
        <>
          {disabled ? null : (
            <div className="recognition-template__tools">
              <Select
                aria-label={words.chooseField} placeholder={words.chooseField} value={chosen ?? null} options={fields.map(({ label, region }, index) => ({ value: index, label: region ? `${label} ✓` : label }))} onChange={(index: number) => onChoose(index)}
              />
              <Button onClick={() => setReplacing((before) => !before)}>{words.replace}</Button>
            </div>
          )}
          {disabled ? null : <p className="muted small">{field ? words.draw(field.label) : words.drawHint}</p>}
          {field && !disabled ? (
            <div className="recognition-template__numbers">
              {sides.map((side) => (
                <label key={side}>{words[side]}
                  <InputNumber
                    size="small" min={0} max={100} step={0.5} suffix="%" aria-label={`${field.label} ${words[side]}`} value={field.region ? Math.round(field.region[side] * 1000) / 10 : null}
                    onChange={(value) => place({ left: 0.1, top: 0.1, width: 0.3, height: 0.05, ...field.region, [side]: (value ?? 0) / 100 })}
                  />
                </label>
              ))}
              {field.region ? <Button size="small" onClick={() => place(null)}>{words.clear}</Button> : null}
            </div>
          ) : null}
          <RegionCanvas source={source} name={content.name} fields={fields} chosen={chosen} drawing={field !== undefined && !disabled} onDraw={place} />
        </>
      )}
    </section>
  );
}
