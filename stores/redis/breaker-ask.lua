-- Lets one process try a server again: one at a time, or any once it was found well.
-- KEYS: note   ARGV: life in ms
if redis.call('GET', KEYS[1]) == 'well' then return 1 end
return redis.call('SET', KEYS[1], 'trying', 'PX', ARGV[1], 'NX') and 1 or 0
