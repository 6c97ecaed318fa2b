-- Whoever leaves a desk loses the seat; what they did keeps their name, by the member's row.
grant delete on auth.seat to :"app";
