import { useQuery } from '@tanstack/react-query';
import { previewTemplate } from '@tongban/server/src/kernel/messaging/contract.ts';
import { problemOf, api } from '../../../shared/api.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { text } from '../text.ts';

const words = text.templates;

interface TemplatePreviewProps {
  templateKey: string;
  texts: { title: string; body: string; sms: string | null };
}

/** The message as its reader would get it, made by the code that makes real ones; says what is wrong before it is saved. */
export function TemplatePreview({ templateKey, texts }: TemplatePreviewProps) {
  const settled = useDebounced(JSON.stringify(texts), 400);
  const preview = useQuery({
    queryKey: [previewTemplate.id, templateKey, settled],
    queryFn: () => api.call(previewTemplate, { params: { key: templateKey }, body: JSON.parse(settled) as TemplatePreviewProps['texts'] }),
    retry: false,
    placeholderData: (before) => before,
  });
  if (preview.isError) return <ProblemAlert problem={problemOf(preview.error)} labels={words.labels} />;
  if (!preview.data) return null;
  const { title, body, sms, smsLength, smsParts } = preview.data;
  return (
    <section aria-live="polite">
      <h3 className="section-title">{words.preview}</h3>
      <div className="templates__preview">
        <div className="templates__message">
          <p className="faint small">{words.inSite}</p>
          <p className="list__strong">{title}</p>
          <p>{body}</p>
        </div>
        <div className="templates__message">
          <p className="faint small">{sms === null ? words.noSmsPreview : words.smsPreview(smsLength, smsParts)}</p>
          {sms === null ? null : <p>{sms}</p>}
        </div>
      </div>
    </section>
  );
}
