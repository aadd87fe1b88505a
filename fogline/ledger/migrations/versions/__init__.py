"""The revisions of the record, oldest first.  A revision that was released is never changed."""
