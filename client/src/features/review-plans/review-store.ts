import { create } from 'zustand';

interface ReviewState {
  /** The comment that is read: brought out in the list and on the map. */
  chosenId: string | null;
  /** Whether settled comments are listed, and pinned, too. */
  showsResolved: boolean;
}

/** What of the comments both their list and the map show. */
export const useReviewStore = create<ReviewState>(() => ({ chosenId: null, showsResolved: false }));
