import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ExpressionPlace } from '../context';

const MessageText = lazy(async () => ({ default: (await import('./MessageText')).MessageText }));

interface Props {
  readonly label: string;
  readonly text: string;
  readonly place: ExpressionPlace;
  readonly onChange: (text: string) => void;
}

/** A text for readers, with `$( )` around what is read from the patient. */
export function MessageEditor(props: Props) {
  return <Suspense fallback={<Skeleton height={74} />}><MessageText {...props} /></Suspense>;
}
