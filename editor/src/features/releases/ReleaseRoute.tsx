import { useParams, useSearch } from '@tanstack/react-router';
import { wholeNumber } from '../../model/wholeNumber';
import { NotFoundPage } from '../shell/NotFoundPage';
import { ReleasePage } from './ReleasePage';

export function ReleaseRoute() {
  const number = wholeNumber(useParams({ from: '/releases/$number' }).number);
  const { with: other } = useSearch({ from: '/releases/$number' });
  return number === null ? <NotFoundPage /> : <ReleasePage key={number} number={number} other={other ?? null} />;
}
