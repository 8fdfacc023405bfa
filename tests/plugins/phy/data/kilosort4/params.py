dat_path = 'raw.dat'
n_channels_dat = 8
dtype = 'int16'
offset = 0
sample_rate = 24414.0625  # Hz
hp_filtered = False
