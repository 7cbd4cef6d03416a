import { useInfiniteQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { Button, CheckboxGroup, Skeleton } from '@tongban/ui';
import { listShareableFiles, type ShareableFile } from '@tongban/server/src/modules/sharing/contract.ts';
import { api } from '../../../shared/api.ts';
import { formatDate } from '../../../shared/format/dates.ts';
import { ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { text } from '../text.ts';

const t = text.shareCodes;

/** Files of earlier cases to choose from, a few cases at a time. */
export function FileChoice({ chosen, onChange }: { chosen: readonly ShareableFile[]; onChange: (files: ShareableFile[]) => void }) {
  const found = useInfiniteQuery({
    queryKey: [listShareableFiles.id], initialPageParam: '', getNextPageParam: (page: ResponseOf<typeof listShareableFiles>) => page.nextCursor,
    queryFn: ({ pageParam }) => api.call(listShareableFiles, { query: { limit: 5, ...(pageParam ? { cursor: pageParam } : {}) } }),
  });
  if (found.isPending) return <Skeleton lines={3} />;
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  const files = found.data.pages.flatMap(({ items }) => items);
  if (files.length === 0 && !found.hasNextPage) return <p className="muted">{t.noFiles}</p>;
  return (
    <div className="stack stack--tight">
      <CheckboxGroup
        label={t.files} hint={t.filesHint} optional value={chosen.map(({ fileId }) => fileId)}
        options={files.map((file) => ({ value: file.fileId, label: file.materialName, hint: t.fileHint(file.name, file.itemName, formatDate(file.submittedAt)) }))}
        onChange={(ids) => onChange(files.filter(({ fileId }) => ids.includes(fileId)))}
      />
      {found.hasNextPage && <div><Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t.moreFiles}</Button></div>}
    </div>
  );
}
