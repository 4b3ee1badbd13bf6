import type { OrderRow } from '../../database/schema/tables';

/** Whether the order waits for a person's decision. */
export const isReviewOpen = ({
  reviewReason,
  reviewResolvedAt,
}: Pick<OrderRow, 'reviewReason' | 'reviewResolvedAt'>): boolean =>
  reviewReason !== null && reviewResolvedAt === null;
